package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.Optional;
import org.joinvoices.districts.Finder;
import org.joinvoices.platform.mail.MailDelay;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.CallScript;
import org.joinvoices.signing.ShareLinks;
import org.joinvoices.signing.Stages;

/**
 * The page after signing.
 *
 * @param token of this page, for the addresses its forms post to
 * @param until when the waiting ends
 * @param mailFailed whether the mail was given up, or came back
 * @param mailPaused whether no mail leaves, so that none is on its way
 * @param delay said where mails take long to leave
 * @param codeFault what is wrong with the code typed
 * @param finder of the signer's district; empty where it is known
 * @param call what to say on the telephone
 * @param share how to pass the letter on
 */
public record ThanksView(
    Frame frame,
    Signed signed,
    String token,
    String until,
    boolean mailFailed,
    boolean mailPaused,
    Optional<String> delay,
    Optional<String> codeFault,
    Optional<Finder> finder,
    Optional<CallScript> call,
    ShareLinks share) {

  public Words words() {
    return signed.words();
  }

  /** Where the way of the signature stands; meaningless once it is confirmed. */
  public Stages stages() {
    return Stages.unconfirmed(words().language(), signed.view().act());
  }

  /** How the page's heading looks: good, wait or plain. */
  public String look() {
    return switch (signed.view().state()) {
      case CONFIRMED -> "good";
      case PENDING, UNDER_REVIEW -> "wait";
      case WITHDRAWN, INVALIDATED -> "plain";
    };
  }

  /** Of the sentence below the heading. */
  public String leadKey() {
    return switch (signed.view().state()) {
      case PENDING -> "thanks.stored";
      case UNDER_REVIEW -> "thanks.review.lead";
      case CONFIRMED -> "thanks.confirmed.lead";
      case WITHDRAWN -> "thanks.ended.lead";
      case INVALIDATED -> signed.isTakenOut() ? "thanks.taken_out.lead" : "thanks.ended.lead";
    };
  }

  static Optional<String> delay(MailDelay delay, Words words) {
    return switch (delay) {
      case MailDelay.None() -> Optional.empty();
      case MailDelay.Paused() -> Optional.of(words.get("thanks.mail.paused"));
      case MailDelay.Halted() -> Optional.of(words.get("thanks.mail.halted"));
      case MailDelay.About(var time) -> Optional.of(about(time, words));
    };
  }

  private static String about(Duration time, Words words) {
    if (time.toHours() < 1) {
      return words.get("thanks.mail.minutes", time.toMinutes());
    }
    return words.get("thanks.mail.hours", time.toHours());
  }

  static String title(Signed signed, boolean mailPaused) {
    return signed
        .words()
        .get(
            switch (signed.view().state()) {
              case PENDING -> mailPaused ? "thanks.title.paused" : "thanks.title";
              case UNDER_REVIEW -> "thanks.review.title";
              case CONFIRMED -> "thanks.confirmed.title";
              case WITHDRAWN -> "thanks.ended.title";
              case INVALIDATED ->
                  signed.isTakenOut() ? "thanks.taken_out.title" : "thanks.ended.title";
            });
  }
}
