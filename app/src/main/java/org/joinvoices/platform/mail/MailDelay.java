package org.joinvoices.platform.mail;

import java.time.Duration;

/** How long a mail queued now will take to leave the house. */
public sealed interface MailDelay {

  /** Nothing worth saying. */
  record None() implements MailDelay {}

  /** Rounded up, as one says it: to five or ten minutes, or to hours. */
  record About(Duration time) implements MailDelay {}

  /** People paused mails, so that nobody knows. */
  record Paused() implements MailDelay {}

  /** Nothing leaves at all, so nobody knows. */
  record Halted() implements MailDelay {}
}
