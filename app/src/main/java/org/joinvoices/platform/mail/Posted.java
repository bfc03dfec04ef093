package org.joinvoices.platform.mail;

/** What one try to hand a mail to the SMTP server came to; codes as {@link SmtpReplies} makes. */
sealed interface Posted {

  /** As metrics call it. */
  default String word() {
    return switch (this) {
      case Accepted() -> "accepted";
      case Refused _ -> "refused";
      case Unavailable _ -> "unavailable";
      case SlowDown _ -> "slow_down";
      case Away _ -> "away";
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

  /** Nothing goes out at all now, so nothing is known of this mail. */
  record Away(String code) implements Posted {}
}
