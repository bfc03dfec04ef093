package org.joinvoices.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnCorrections.Answer;
import org.joinvoices.accountability.OwnCorrections.Late;
import org.joinvoices.accountability.OwnCorrections.Standing;
import org.joinvoices.accountability.OwnCorrections.Why;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.principal.SignedIn;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.Act;
import org.joinvoices.signing.FormView;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
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
  private final HeldLines lines;
  private final Persons persons;

  CorrectingController(
      DeskPages pages,
      PersonalData data,
      OwnCorrections corrections,
      HeldLines lines,
      Persons persons) {
    this.pages = pages;
    this.data = data;
    this.corrections = corrections;
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
      case Late(var why) -> late(request, owner, why);
    };
  }

  @PostMapping("/confirmed")
  ResponseEntity<String> save(
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn owner,
      @RequestParam UUID action,
      @RequestParam UUID signature,
      @RequestParam MultiValueMap<String, String> fields) {
    return switch (data.correct(owner, key(action, signature), fields)) {
      case Answer.Corrected() -> Answers.seeOther(PersonalDataController.PATH + "?corrected");
      case Answer.Faulty(var open, var typed, var errors) ->
          page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              request,
              owner,
              open,
              FormView.of("en", typed, errors));
      case Answer.Refused(var open, var typed, var other) -> {
        var notice =
            new FormView.Notice(
                DeskPages.WORDS.get("correct.not"), DeskPages.WORDS.get("correct." + other.word()));
        var form = FormView.of("en", typed, List.of()).with(notice);
        yield page(HttpStatus.CONFLICT, request, owner, open, form);
      }
      case Late(var why) -> late(request, owner, why);
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

  private ResponseEntity<String> late(HttpServletRequest request, SignedIn owner, Why why) {
    var view =
        new DeskSayView(
            pages.frame(request, owner, "correct.late.title", PersonalDataController.PATH),
            DeskPages.WORDS.get("correct.late." + why.word()),
            PersonalDataController.PATH,
            DeskPages.WORDS.get("correct.onward"));
    return pages.answer(HttpStatus.CONFLICT, "say.jte", view);
  }

  private static SignatureKey key(UUID action, UUID signature) {
    return new SignatureKey(new ActionId(action), new SignatureId(signature));
  }
}
