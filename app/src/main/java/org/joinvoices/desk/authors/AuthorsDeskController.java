package org.joinvoices.desk.authors;

import static org.joinvoices.desk.authors.AuthorsDeskPages.WORDS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TypedText;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.web.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Owners let a letter's authors in, end their link, and answer when they ask for a pause; whoever
 * is at the desk looks.
 */
@Controller
final class AuthorsDeskController {

  private static final String PATH = "/desk/actions/{slug}/authors";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final ActionBySlug actions;
  private final AuthorsLinks links;
  private final PauseRequests pauses;
  private final AuthorsDeskPages pages;
  private final String baseUrl;

  AuthorsDeskController(
      DeskPages desk,
      ActionBySlug actions,
      AuthorsLinks links,
      PauseRequests pauses,
      AuthorsDeskPages pages,
      Settings settings) {
    this.desk = desk;
    this.actions = actions;
    this.links = links;
    this.pauses = pauses;
    this.pages = pages;
    this.baseUrl = settings.baseUrl().toString();
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done) {
    String key = "done." + done;
    String said = WORDS.texts().containsKey(key) ? WORDS.get(key) : "";
    return page(HttpStatus.OK, request, who, actions.get(slug), TypedText.NONE, "", said);
  }

  /** Shows the link on this very page: an address that led to it would tell it to a history. */
  @PostMapping(PATH)
  ResponseEntity<String> make(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug) {
    Action action = actions.get(slug);
    return switch (links.make(action.id(), new Actor.Person(owner.account()))) {
      case AuthorsLinks.Outcome.Made(var path, _) ->
          page(HttpStatus.OK, request, owner, action, TypedText.NONE, baseUrl + path, "");
      case AuthorsLinks.Outcome.LetterEnded() ->
          page(
              HttpStatus.CONFLICT,
              request,
              owner,
              action,
              TypedText.NONE,
              "",
              WORDS.get("link.letter_ended"));
    };
  }

  /** Pressed again, it has ended already. */
  @PostMapping(PATH + "/end")
  ResponseEntity<String> end(@AuthenticationPrincipal SignedIn owner, @PathVariable String slug) {
    Action action = actions.get(slug);
    links.end(action.id(), new Actor.Person(owner.account()));
    return Answers.seeOther(AuthorsDeskPages.path(action) + "/authors?done=ended");
  }

  @PostMapping(PATH + "/answer")
  ResponseEntity<String> answer(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam Map<String, String> fields) {
    Action action = actions.get(slug);
    TypedText answer = TypedText.answer(fields.getOrDefault("answer", ""));
    if (answer.fault().isPresent()) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, request, owner, action, answer, "", "");
    }
    boolean answered =
        id(fields.getOrDefault("pause", ""))
            .filter(id -> pauses.answer(action.id(), id, answer.text(), owner.account()))
            .isPresent();
    return answered
        ? Answers.seeOther(AuthorsDeskPages.path(action) + "/authors?done=answered")
        : page(HttpStatus.CONFLICT, request, owner, action, answer, "", WORDS.get("answer.late"));
  }

  private static Optional<UUID> id(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn who,
      Action action,
      TypedText answer,
      String made,
      String said) {
    var frame = desk.titled(request, who, WORDS.get("authors.title"), HOME);
    return desk.answer(status, "authors/room.jte", pages.view(frame, action, answer, made, said));
  }
}
