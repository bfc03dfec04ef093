package org.joinvoices.signing;

import java.time.Duration;
import org.joinvoices.districts.Match;
import org.joinvoices.platform.switches.Standstill;

/** What became of a sign request. */
public sealed interface SignOutcome {

  /** As metrics call it. */
  default String word() {
    return switch (this) {
      case Signed _ -> "stored";
      case NotOpen() -> "not_open";
      case Paused _ -> "paused";
      case LetterChanged() -> "letter_changed";
      case Busy _ -> "busy";
      case Away _ -> "away";
      case Unclear() -> "unclear";
    };
  }

  /**
   * On disk, and a confirmation mail is queued in the same transaction.
   *
   * @param anew false where the same form waited already
   */
  record Signed(SignatureKey key, Match match, boolean anew) implements SignOutcome {}

  /** The letter is not open for joining now. */
  record NotOpen() implements SignOutcome {}

  /** Nothing was stored: people paused signing. */
  record Paused(Standstill standstill) implements SignOutcome {}

  /** Nothing was stored: the letter has other words now than those that were read. */
  record LetterChanged() implements SignOutcome {}

  /** Nothing was stored: too many are waiting. Safe to send again after {@code retryAfter}. */
  record Busy(Duration retryAfter) implements SignOutcome {}

  /** Nothing was stored: the database cannot be reached. Safe to send again. */
  record Away(Duration retryAfter) implements SignOutcome {}

  /** The answer of the database did not come in time: stored or not. Sending again does no harm. */
  record Unclear() implements SignOutcome {}
}
