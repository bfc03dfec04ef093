package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.MastodonServer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Sharing on Mastodon, which is many servers: whoever names theirs gets a link to it to look at. It
 * leads nobody away by itself, so nobody can have it lead people elsewhere.
 */
@Controller
final class MastodonController {

  private final ActionBySlug actions;
  private final Sharing sharing;
  private final Frames frames;
  private final Pages pages;

  MastodonController(ActionBySlug actions, Sharing sharing, Frames frames, Pages pages) {
    this.actions = actions;
    this.sharing = sharing;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/actions/{slug}/mastodon")
  ResponseEntity<String> page(@PathVariable String slug, HttpServletRequest request) {
    Action action = actions.get(slug);
    return page(action, ActionBySlug.wished(action, request), request);
  }

  @GetMapping("/{language:[a-z]{2}}/actions/{slug}/mastodon")
  ResponseEntity<String> page(
      @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
    actions.requireLanguage(slug, language);
    return page(actions.get(slug), language, request);
  }

  private ResponseEntity<String> page(Action action, String language, HttpServletRequest request) {
    Words words = ActionPages.TEXTS.in(language);
    Optional<String> typed = Optional.ofNullable(FormBody.query(request).get("server"));
    Optional<MastodonServer> server = typed.flatMap(MastodonServer::parse);
    boolean fault = typed.isPresent() && server.isEmpty();
    String title = words.get("mastodon.title");
    var view =
        new MastodonView(
            frames.secret(language, fault ? words.get("form.title.error", title) : title),
            words,
            sharing.of(action, language),
            typed,
            server);
    return Answers.secret(fault ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .body(pages.render("signing/web/mastodon.jte", view));
  }
}
