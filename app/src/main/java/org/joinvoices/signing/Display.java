package org.joinvoices.signing;

import java.util.Locale;

/**
 * How a signer is shown on the page and in the petition book; does not govern messages to Congress.
 */
public enum Display {
  FULL,
  INITIALS,
  COUNT_ONLY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
