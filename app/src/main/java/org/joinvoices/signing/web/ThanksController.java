package org.joinvoices.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.FormBody;
import org.joinvoices.signing.ConfirmOutcome;
import org.joinvoices.signing.DistrictForms;
import org.joinvoices.signing.DistrictForms.Next.Look;
import org.joinvoices.signing.DistrictForms.Next.Mend;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page after signing: what is stored, what happens next, and the two things one can do. */
@Controller
@RequestMapping("/thanks/{token}")
final class ThanksController {

  private final SignaturePages pages;
  private final Signing signing;
  private final DistrictForms forms;
  private final Links links;

  ThanksController(SignaturePages pages, Signing signing, Links links) {
    this.pages = pages;
    this.signing = signing;
    this.forms = new DistrictForms(signing);
    this.links = links;
  }

  /** A seat or state in the address only shows; nothing changes before a button is pressed. */
  @GetMapping
  ResponseEntity<String> thanks(@PathVariable String token, HttpServletRequest request) {
    Map<String, String> query = FormBody.query(request);
    return key(token)
        .map(key -> pages.thanks(HttpStatus.OK, key, token, Optional.empty(), query, Map.of()))
        .orElseGet(pages::unknown);
  }

  @PostMapping(path = "/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> code(@PathVariable String token, HttpServletRequest body)
      throws IOException {
    String code = FormBody.field(body, "code").strip();
    return key(token).map(key -> code(key, token, code)).orElseGet(pages::unknown);
  }

  private ResponseEntity<String> code(SignatureKey key, String token, String code) {
    if (code.isEmpty()) {
      return refused(key, token, "thanks.code.empty");
    }
    return switch (signing.confirmByCode(key, code)) {
      case ConfirmOutcome.Confirmed(var counted) -> Answers.seeOther(links.receipt(counted));
      case ConfirmOutcome.AlreadyCounted(var counted) -> pages.already(counted);
      case ConfirmOutcome.UnderReview(var held) -> pages.underReview(held);
      case ConfirmOutcome.MailboxTaken() -> pages.mailboxTaken(key);
      case ConfirmOutcome.Expired() -> pages.expired(key);
      case ConfirmOutcome.Unknown() -> refused(key, token, "thanks.code.wrong");
    };
  }

  private ResponseEntity<String> refused(SignatureKey key, String token, String fault) {
    return pages.thanks(
        HttpStatus.UNPROCESSABLE_CONTENT, key, token, Optional.of(fault), Map.of(), Map.of());
  }

  /** Where the signer is right now comes in the body, and goes no further. */
  @PostMapping(
      path = "/{form:district|zip|location}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> find(
      @PathVariable String token, @PathVariable String form, HttpServletRequest body)
      throws IOException {
    Map<String, String> fields = FormBody.first(body);
    return key(token)
        .map(
            key ->
                switch (forms.answer(form, key, fields)) {
                  case Look(var query) -> Answers.seeOther("/thanks/" + token + query);
                  case Mend(var faults, var kept) ->
                      pages.thanks(
                          HttpStatus.UNPROCESSABLE_CONTENT,
                          key,
                          token,
                          Optional.empty(),
                          kept,
                          faults);
                })
        .orElseGet(pages::unknown);
  }

  private Optional<SignatureKey> key(String token) {
    return links.read(Purpose.THANKS, token);
  }
}
