package org.joinvoices.signing.web;

import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.signing.ConfirmOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The link of the confirmation mail. Mail scanners follow links, so opening it changes nothing;
 * pressing the button does.
 */
@Controller
@RequestMapping("/confirm/{token}")
final class ConfirmController {

  private final SignaturePages pages;
  private final SignedReader reader;
  private final Signing signing;
  private final Links links;

  ConfirmController(SignaturePages pages, SignedReader reader, Signing signing, Links links) {
    this.pages = pages;
    this.reader = reader;
    this.signing = signing;
    this.links = links;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token) {
    return withKey(token, key -> pages.confirm(key, token));
  }

  @PostMapping
  ResponseEntity<String> confirm(@PathVariable String token) {
    return withKey(token, this::confirm);
  }

  private ResponseEntity<String> confirm(SignatureKey key) {
    return switch (signing.confirm(key)) {
      case ConfirmOutcome.Confirmed(var counted) -> Answers.seeOther(links.receipt(counted));
      case ConfirmOutcome.AlreadyCounted(var counted) -> pages.already(counted);
      case ConfirmOutcome.UnderReview(var held) -> pages.underReview(held);
      case ConfirmOutcome.MailboxTaken() -> pages.mailboxTaken(key);
      case ConfirmOutcome.Expired() -> pages.expired(key);
      case ConfirmOutcome.Unknown() -> pages.unknown();
    };
  }

  @PostMapping("/refuse")
  ResponseEntity<String> refuse(@PathVariable String token) {
    return withKey(token, key -> refuse(key, token));
  }

  /** Letter and language are read first, because nothing is left to read afterwards. */
  private ResponseEntity<String> refuse(SignatureKey key, String token) {
    Optional<Signed> signed = reader.find(key);
    return signing.refuse(key) && signed.isPresent()
        ? pages.refused(signed.get().action(), signed.get().words().language())
        : pages.confirm(key, token);
  }

  private ResponseEntity<String> withKey(
      String token, Function<SignatureKey, ResponseEntity<String>> answer) {
    return links.read(Purpose.CONFIRM, token).map(answer).orElseGet(pages::unknown);
  }
}
