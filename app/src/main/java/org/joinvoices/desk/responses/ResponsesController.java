package org.joinvoices.desk.responses;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.accountability.ResponseAnswer;
import org.joinvoices.accountability.ResponseDraft;
import org.joinvoices.accountability.ResponseEvidence;
import org.joinvoices.accountability.ResponseFault;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.desk.ActionBySlug;
import org.joinvoices.desk.DeskPages;
import org.joinvoices.desk.UploadedForms;
import org.joinvoices.desk.responses.ResponsePages.Tried;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.UploadForm;
import org.joinvoices.platform.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Owners record what officials answered, and take off what was wrong; others look. */
@Controller
final class ResponsesController {

  static final Words WORDS = Texts.english(ResponsesController.class);

  private static final String PATH = "/desk/actions/{slug}/responses";
  private static final String HOME = "/desk";

  private final DeskPages desk;
  private final UploadedForms tokens;
  private final ActionBySlug actions;
  private final ResponsePages pages;
  private final Responses responses;

  ResponsesController(
      DeskPages desk,
      UploadedForms tokens,
      ActionBySlug actions,
      ResponsePages pages,
      Responses responses) {
    this.desk = desk;
    this.tokens = tokens;
    this.actions = actions;
    this.pages = pages;
    this.responses = responses;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done) {
    String said =
        switch (done) {
          case "recorded" -> WORDS.get("responses.done.recorded");
          case "withdrawn" -> WORDS.get("responses.done.withdrawn");
          default -> "";
        };
    var page = new Shown(request, who, actions.get(slug));
    return page.answer(HttpStatus.OK, ResponseForm.empty(), said, Tried.nothing());
  }

  /** Its token is checked here where Spring Security cannot read the form. */
  @PostMapping(PATH)
  ResponseEntity<String> record(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug)
      throws IOException {
    var sent = UploadForm.read(request, ResponseEvidence.LARGEST);
    if (UploadForm.isSent(request)) {
      tokens.check(request, sent.field("_csrf"));
    }
    Action action = actions.get(slug);
    var page = new Shown(request, owner, action);
    var form = ResponseForm.read(sent, action);
    Optional<ResponseDraft> draft = form.draft(sent, action);
    if (draft.isEmpty()) {
      return page.faulty(
          sent.file("proof").flatMap(responses::findFault).map(form::with).orElse(form));
    }
    return switch (responses.record(draft.get(), new Actor.Person(owner.account()))) {
      case ResponseAnswer.Recorded _ -> Answers.seeOther(path(action) + "?done=recorded");
      case ResponseAnswer.Refused(var fault) -> page.faulty(form.with(fault));
    };
  }

  @PostMapping(PATH + "/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String response,
      @RequestParam(defaultValue = "") String reason) {
    Action action = actions.get(slug);
    ResponseAnswer answer =
        id(response)
            .map(
                id ->
                    responses.withdraw(action.id(), id, reason, new Actor.Person(owner.account())))
            .orElseGet(() -> new ResponseAnswer.Refused(ResponseFault.NOT_ON_RECORD));
    return switch (answer) {
      case ResponseAnswer.Recorded _ -> Answers.seeOther(path(action) + "?done=withdrawn");
      case ResponseAnswer.Refused(var fault) ->
          new Shown(request, owner, action)
              .answer(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  ResponseForm.empty(),
                  "",
                  new Tried(response, reason, fault.remedy()));
    };
  }

  private static Optional<UUID> id(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(Action action) {
    return "/desk/actions/" + action.slug() + "/responses";
  }

  /** The page for whoever asks. */
  private final class Shown {

    private final HttpServletRequest request;
    private final SignedIn who;
    private final Action action;

    Shown(HttpServletRequest request, SignedIn who, Action action) {
      this.request = request;
      this.who = who;
      this.action = action;
    }

    ResponseEntity<String> faulty(ResponseForm form) {
      return answer(HttpStatus.UNPROCESSABLE_CONTENT, form, "", Tried.nothing());
    }

    ResponseEntity<String> answer(HttpStatus status, ResponseForm form, String done, Tried tried) {
      var frame = desk.titled(request, who, WORDS.get("responses.title"), HOME);
      return desk.answer(
          status, "responses/responses.jte", pages.view(frame, action, form, done, tried));
    }
  }
}
