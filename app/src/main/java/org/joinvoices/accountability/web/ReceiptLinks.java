package org.joinvoices.accountability.web;

import java.util.Optional;
import java.util.function.BiFunction;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** From a link of one purpose to the receipt behind it, or to the page that says there is none. */
final class ReceiptLinks {

  private final Receipts receipts;
  private final Tokens tokens;
  private final Frames frames;
  private final Pages pages;
  private final Purpose purpose;
  private final String unknown;
  private final Object[] args;

  /**
   * @param unknown key of the texts for a link that opens nothing
   * @param args named in them
   */
  ReceiptLinks(
      Receipts receipts,
      Tokens tokens,
      Frames frames,
      Pages pages,
      Purpose purpose,
      String unknown,
      Object... args) {
    this.receipts = receipts;
    this.tokens = tokens;
    this.frames = frames;
    this.pages = pages;
    this.purpose = purpose;
    this.unknown = unknown;
    this.args = args;
  }

  ResponseEntity<String> open(
      String token, BiFunction<SignatureKey, Receipt, ResponseEntity<String>> answer) {
    Optional<Receipt> receipt =
        tokens.read(purpose, token).map(ReceiptLinks::key).flatMap(receipts::find);
    return receipt.map(found -> answer.apply(found.view().key(), found)).orElseGet(this::none);
  }

  private static SignatureKey key(Tokens.Claim claim) {
    return new SignatureKey(new ActionId(claim.scope()), new SignatureId(claim.id()));
  }

  /** In the language the browser asks for: the link tells us nothing. */
  private ResponseEntity<String> none() {
    Words words = Receipts.TEXTS.in(LocaleContextHolder.getLocale().getLanguage());
    String title = words.get(unknown + ".title");
    var view =
        new SayView(
            frames.secret(words.language(), title),
            title,
            words.get(unknown + ".lead", args),
            new SayView.Way(Frames.home(words.language()), words.get("receipt.unknown.way")));
    return Answers.secret(HttpStatus.NOT_FOUND).body(pages.render("platform/web/say.jte", view));
  }
}
