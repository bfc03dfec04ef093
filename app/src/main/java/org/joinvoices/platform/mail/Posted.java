package org.joinvoices.platform.mail;

/** What one try to hand a mail to the SMTP server came to. */
sealed interface Posted {

  /** The server took it. */
  record Accepted() implements Posted {}

  /** It never will. {@code code} is a reply code or class name. */
  record Refused(String code) implements Posted {}

  /** It may later. {@code code} is a reply code or class name. */
  record Unavailable(String code) implements Posted {}
}
