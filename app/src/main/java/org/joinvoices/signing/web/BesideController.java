package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A letter in two languages, part beside part, so that whoever reads both can compare them. */
@Controller
final class BesideController {

  private final ActionBySlug actions;
  private final Frames frames;
  private final Pages pages;

  BesideController(ActionBySlug actions, Frames frames, Pages pages) {
    this.actions = actions;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/beside/{other:[a-z]{2}}")
  ResponseEntity<byte[]> page(
      @PathVariable String language,
      @PathVariable String slug,
      @PathVariable String other,
      HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    Action action = actions.get(slug);
    if (other.equals(language) || !action.letter().languages().contains(other)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Renderings.once(render(action, language, other), language, request);
  }

  private String render(Action action, String language, String other) {
    Words words = ActionPages.TEXTS.in(language);
    var view =
        new BesideView(
            frames.open(language, BesideView.title(words, language, other), Map.of()),
            words,
            action,
            action.letter().in(language),
            action.letter().in(other));
    return pages.render("signing/web/beside.jte", view);
  }
}
