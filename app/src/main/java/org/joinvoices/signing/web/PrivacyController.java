package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.web.Renderings.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is done with the data of those who sign one letter, made of what the house goes by. */
@Controller
final class PrivacyController {

  /** Below the letter's own. */
  private static final String PATH = "/privacy";

  private final ActionBySlug actions;
  private final Frames frames;
  private final Pages pages;
  private final AddressNotice notice;
  private final Renderings renderings = new Renderings(this::render);

  PrivacyController(ActionBySlug actions, Frames frames, Pages pages, AddressNotice notice) {
    this.actions = actions;
    this.frames = frames;
    this.pages = pages;
    this.notice = notice;
  }

  /** Where one reads what is done with personal data. */
  static String path(Action action, String language) {
    return action.pathIn(language) + PATH;
  }

  @GetMapping("/actions/{slug}/privacy")
  ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest request) {
    String language = ActionBySlug.wished(actions.get(slug), request);
    return renderings.answer(Place.of(slug, language), request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/privacy")
  ResponseEntity<byte[]> page(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    return renderings.answer(Place.of(slug, language), request);
  }

  private String render(Place place) {
    Action action = actions.get(place.slug());
    Words words = ActionPages.TEXTS.in(place.language());
    var frame = frames.open(words.language(), words.get("privacy.title"), action.pages(PATH));
    return pages.render(
        "signing/web/privacy.jte", new PrivacyView(frame, words, action, notice.in(words)));
  }
}
