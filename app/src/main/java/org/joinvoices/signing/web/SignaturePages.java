package org.joinvoices.signing.web;

import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.platform.mail.MailDelay;
import org.joinvoices.platform.mail.MailNews;
import org.joinvoices.platform.web.Answers;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.SayView;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.Signatures;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Renders the pages of one signature: thanks, confirmation, and what to say instead of them. */
final class SignaturePages {

  private final SignedReader reader;
  private final Signatures signatures;
  private final MailNews mails;
  private final Frames frames;
  private final Pages pages;
  private final Links links;
  private final Sharing sharing;

  SignaturePages(
      SignedReader reader,
      Signatures signatures,
      MailNews mails,
      Frames frames,
      Pages pages,
      Links links,
      Sharing sharing) {
    this.reader = reader;
    this.signatures = signatures;
    this.mails = mails;
    this.frames = frames;
    this.pages = pages;
    this.links = links;
    this.sharing = sharing;
  }

  /**
   * @param codeFault key of the text at the field for the code
   * @param query of the address: which district or state to show
   * @param faults field of the finder to key of a text
   */
  ResponseEntity<String> thanks(
      HttpStatus status,
      SignatureKey key,
      String token,
      Optional<String> codeFault,
      Map<String, String> query,
      Map<String, String> faults) {
    Optional<Signed> found = reader.find(key);
    if (found.isEmpty()) {
      return unknown();
    }
    Signed signed = found.get();
    MailDelay delay = mails.delay();
    boolean mailPaused = delay instanceof MailDelay.Paused;
    var view =
        new ThanksView(
            frames.secret(signed.words().language(), ThanksView.title(signed, mailPaused)),
            signed,
            token,
            until(signed),
            mails.hasFailed(ConfirmationMail.NAME, key.signature().value()),
            mailPaused,
            ThanksView.delay(delay, signed.words()),
            codeFault.map(signed.words()::get),
            reader.finder(signed, "/thanks/" + token, query, faults),
            reader.call(signed),
            sharing.of(signed.action(), signed.words().language()));
    var answer = Answers.secret(status).body(pages.render("signing/web/thanks.jte", view));
    return view.finder().isPresent() ? Answers.locating(answer) : answer;
  }

  /** Said of every pending signature, so that it tells nobody which mailboxes want no mail. */
  private static String until(Signed signed) {
    return signed
        .words()
        .formats()
        .moment(signed.view().confirmBefore().atZone(signed.action().deadline().getZone()));
  }

  /** The page that shows exactly what will be sent; changes nothing. */
  ResponseEntity<String> confirm(SignatureKey key, String token) {
    Optional<Signed> found = reader.find(key);
    if (found.isEmpty()) {
      return unknown();
    }
    Signed signed = found.get();
    Optional<Constituent> person = signatures.findConstituent(key);
    return switch (signed.view().state()) {
      case PENDING ->
          person
              .map(known -> preview(signed, token, known))
              .orElseGet(() -> said(HttpStatus.GONE, signed, "confirm.expired"));
      case CONFIRMED -> already(key);
      case UNDER_REVIEW -> underReview(key);
      case WITHDRAWN -> said(HttpStatus.GONE, signed, "thanks.ended");
      case INVALIDATED ->
          signed.isTakenOut() ? takenOut(signed) : said(HttpStatus.GONE, signed, "thanks.ended");
    };
  }

  private ResponseEntity<String> preview(Signed signed, String token, Constituent person) {
    var frame = frames.secret(signed.words().language(), signed.words().get("confirm.title"));
    var view = new ConfirmView(frame, signed, token, person);
    return Answers.secret(HttpStatus.OK).body(pages.render("signing/web/confirm.jte", view));
  }

  /** The receipt says why, and whom to write to. */
  private ResponseEntity<String> takenOut(Signed signed) {
    Words words = signed.words();
    return say(
        HttpStatus.GONE,
        words,
        "thanks.taken_out",
        new SayView.Way(links.receipt(signed.view().key()), words.get("thanks.taken_out.why")));
  }

  ResponseEntity<String> already(SignatureKey counted) {
    return withReceipt(counted, "confirm.already", "thanks.confirmed.receipt");
  }

  /** Confirmed, and not counted before somebody has looked at it. */
  ResponseEntity<String> underReview(SignatureKey held) {
    return withReceipt(held, "thanks.review", "thanks.review.receipt");
  }

  private ResponseEntity<String> withReceipt(SignatureKey key, String text, String way) {
    return reader
        .find(key)
        .map(
            signed ->
                say(
                    HttpStatus.OK,
                    signed.words(),
                    text,
                    new SayView.Way(links.receipt(key), signed.words().get(way))))
        .orElseGet(this::unknown);
  }

  ResponseEntity<String> expired(SignatureKey key) {
    return said(HttpStatus.GONE, key, "confirm.expired");
  }

  ResponseEntity<String> mailboxTaken(SignatureKey key) {
    return said(HttpStatus.CONFLICT, key, "confirm.mailbox_taken");
  }

  private ResponseEntity<String> said(HttpStatus status, SignatureKey key, String text) {
    return reader.find(key).map(signed -> said(status, signed, text)).orElseGet(this::unknown);
  }

  /** After "this was not me", where nothing of the signature is left but its letter. */
  ResponseEntity<String> refused(Action action, String language) {
    Words words = ActionPages.TEXTS.in(language);
    return say(HttpStatus.OK, words, "confirm.refused", back(action, words));
  }

  /** No signature behind this link, in the language the browser asks for. */
  ResponseEntity<String> unknown() {
    Words words = ActionPages.TEXTS.in(LocaleContextHolder.getLocale().getLanguage());
    return say(
        HttpStatus.NOT_FOUND,
        words,
        "confirm.unknown",
        new SayView.Way(Frames.home(words.language()), words.get("action.home")));
  }

  private ResponseEntity<String> said(HttpStatus status, Signed signed, String key) {
    return say(status, signed.words(), key, back(signed.action(), signed.words()));
  }

  private static SayView.Way back(Action action, Words words) {
    return new SayView.Way(action.pathIn(words.language()), words.get("thanks.back"));
  }

  private ResponseEntity<String> say(
      HttpStatus status, Words words, String key, SayView.Way onward) {
    String title = words.get(key + ".title");
    var view =
        new SayView(
            frames.secret(words.language(), title), title, words.get(key + ".lead"), onward);
    return Answers.secret(status).body(pages.render("platform/web/say.jte", view));
  }
}
