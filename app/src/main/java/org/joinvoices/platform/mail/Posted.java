package org.joinvoices.platform.mail;

/** What one try to hand a mail to the SMTP server came to; codes as {@link SmtpReplies} makes. */
public sealed interface Posted {

  /** As metrics call it. */
  default String word() {
    return switch (this) {
      case Accepted() -> "accepted";
      case Refused _ -> "refused";
      case Unavailable _ -> "unavailable";
      case SlowDown _ -> "slow_down";
      case Unclear _ -> "unclear";
      case Away _ -> "away";
      case Barred _ -> "barred";
    };
  }

  /** The server took it. */
  record Accepted() implements Posted {}

  /** It never will. */
  record Refused(String code) implements Posted {}

  /** It may take this mail later. */
  record Unavailable(String code) implements Posted {}

  /** It may later, and asks us to send less to this receiver. */
  record SlowDown(String code) implements Posted {}

  /** It had the whole mail, and then the line broke before it said what it does with it. */
  record Unclear(String code) implements Posted {}

  /** Nothing goes out at all now; it did not get this mail. */
  record Away(String code) implements Posted {}

  /** It takes nothing from us, by our login or our sender, until an operator mends that. */
  record Barred(String code) implements Posted {}
}
