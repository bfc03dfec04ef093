package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnCorrections.Answer;
import org.joinvoices.accountability.OwnCorrections.Standing;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.Left;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.Corrections;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignForm.Parsed;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An owner puts right what somebody typed who asks for it, by the form that signers have. */
@Controller
@RequestMapping(PersonalDataController.PATH + "/correct")
final class CorrectingController {

  private final DeskPages pages;
  private final PersonalData data;
  private final OwnCorrections corrections;
  private final Corrections forms;
  private final HeldLines lines;
  private final Persons persons;

  CorrectingController(
      DeskPages pages,
      PersonalData data,
      OwnCorrections corrections,
      Corrections forms,
      HeldLines lines,
      Persons persons) {
    this.pages = pages;
    this.data = data;
    this.corrections = corrections;
    this.forms = forms;
    this.lines = lines;
    this.persons = persons;
  }

  @PostMapping
  ResponseEntity<String> form(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature) {
    return switch (corrections.standing(key(action, signature))) {
      case Standing.Open open ->
          page(HttpStatus.OK, request, owner, open, FormView.of("en", open.held(), List.of()));
      case Standing.Gone(var what) -> tooLate(request, owner, reason(what));
      case Standing.Ended() -> tooLate(request, owner, "correct.ended");
    };
  }

  @PostMapping("/confirmed")
  ResponseEntity<String> save(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature,
      @RequestParam MultiValueMap<String, String> fields) {
    return switch (corrections.standing(key(action, signature))) {
      case Standing.Open open -> save(request, owner, open, fields);
      case Standing.Gone(var what) -> tooLate(request, owner, reason(what));
      case Standing.Ended() -> tooLate(request, owner, "correct.ended");
    };
  }

  private ResponseEntity<String> save(
      HttpServletRequest request,
      SignedIn owner,
      Standing.Open open,
      Map<String, List<String>> fields) {
    return switch (forms.parse(open.key(), open.held(), agreed(open, fields))) {
      case Parsed.Invalid(var errors, var typed) ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              owner,
              open,
              FormView.of("en", typed, errors));
      case Parsed.Valid(var asked, var typed) ->
          answer(request, owner, open, typed, data.correct(owner, open, asked));
    };
  }

  /** Nobody says yes for somebody else to having their words printed. */
  private static Map<String, List<String>> agreed(
      Standing.Open open, Map<String, List<String>> fields) {
    var agreed = new HashMap<>(fields);
    if (!open.held().isOn("consent_own_words")) {
      agreed.remove("consent_own_words");
    }
    return agreed;
  }

  private ResponseEntity<String> answer(
      HttpServletRequest request, SignedIn owner, Standing.Open open, Typed typed, Answer answer) {
    return switch (answer) {
      case CORRECTED -> Answers.seeOther(PersonalDataController.PATH + "?corrected");
      case TOO_LATE -> tooLate(request, owner, "correct.message");
      case ALREADY_COUNTED, OTHER_HOUSEHOLD -> {
        String why = answer == Answer.ALREADY_COUNTED ? "correct.counted" : "correct.household";
        var notice =
            new FormView.Notice(DeskPages.WORDS.get("correct.not"), DeskPages.WORDS.get(why));
        var form = FormView.of("en", typed, List.of());
        yield page(
            HttpStatus.CONFLICT,
            request,
            owner,
            open,
            new FormView(form.words(), typed, List.of(), Optional.of(notice)));
      }
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      HttpServletRequest request,
      SignedIn owner,
      Standing.Open open,
      FormView form) {
    var view =
        new CorrectingView(
            pages.frame(request, owner, "correct.title", PersonalDataController.PATH),
            lines.held(persons.listSame(open.key())),
            form,
            open.view().act() == Act.SEND);
    return pages.answer(status, "correct.jte", view);
  }

  private static String reason(Left what) {
    return what == Left.BOOK ? "correct.book_made" : "correct.message";
  }

  private ResponseEntity<String> tooLate(HttpServletRequest request, SignedIn owner, String why) {
    var view =
        new DeskSayView(
            pages.frame(request, owner, "correct.late", PersonalDataController.PATH),
            DeskPages.WORDS.get(why),
            PersonalDataController.PATH,
            DeskPages.WORDS.get("correct.onward"));
    return pages.answer(HttpStatus.CONFLICT, "say.jte", view);
  }

  private static SignatureKey key(UUID action, UUID signature) {
    return new SignatureKey(new ActionId(action), new SignatureId(signature));
  }
}
