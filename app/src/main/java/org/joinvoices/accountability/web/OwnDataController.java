package org.joinvoices.accountability.web;

import java.util.Optional;
import java.util.function.BiFunction;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Kept;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signing;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The link a signer had sent to the own mailbox: download all that is held, or have it erased.
 * Opening it gives nothing away, because mail scanners follow links.
 */
@Controller
@RequestMapping("/data/{token}")
final class OwnDataController {

  private static final String FILE = "my-data.json";

  private final Receipts receipts;
  private final OwnData data;
  private final Signing signing;
  private final Tokens tokens;
  private final Frames frames;
  private final Pages pages;

  OwnDataController(
      Receipts receipts, OwnData data, Signing signing, Tokens tokens, Frames frames, Pages pages) {
    this.receipts = receipts;
    this.data = data;
    this.signing = signing;
    this.tokens = tokens;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token) {
    return withReceipt(
        token,
        (key, receipt) -> {
          Words words = receipt.words();
          var frame = frames.secret(words.language(), words.get("data.title"));
          var view = new OwnDataView(frame, receipt, token, data.signatures(key).size());
          return Answers.secret(HttpStatus.OK)
              .body(pages.render("accountability/web/own-data.jte", view));
        });
  }

  @PostMapping("/download")
  ResponseEntity<String> download(@PathVariable String token) {
    return withReceipt(
        token,
        (key, receipt) ->
            Answers.secret(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(FILE).build().toString())
                .body(data.export(receipt)));
  }

  @PostMapping("/erase")
  ResponseEntity<String> erase(@PathVariable String token) {
    return withReceipt(
        token,
        (key, receipt) -> {
          data.signatures(key).forEach(signing::erase);
          return Answers.seeOther("/data/" + token);
        });
  }

  private ResponseEntity<String> withReceipt(
      String token, BiFunction<SignatureKey, Receipt, ResponseEntity<String>> answer) {
    Optional<Receipt> receipt =
        tokens.read(Purpose.OWN_DATA, token).map(ReceiptController::key).flatMap(receipts::find);
    return receipt.map(found -> answer.apply(found.view().key(), found)).orElseGet(this::unknown);
  }

  /** In the language the browser asks for: the link tells us nothing any more. */
  private ResponseEntity<String> unknown() {
    Words words = Receipts.TEXTS.in(LocaleContextHolder.getLocale().getLanguage());
    String title = words.get("data.unknown.title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get("data.unknown.lead", Kept.DATA_LINK.toMinutes()),
            new SayView.Way(Frames.home(words.language()), words.get("receipt.unknown.way")));
    return Answers.secret(HttpStatus.NOT_FOUND).body(pages.render("platform/web/say.jte", view));
  }
}
