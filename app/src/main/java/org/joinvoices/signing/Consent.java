package org.joinvoices.signing;

import java.util.Locale;

/** The things a signer can say yes to, each by itself. */
public enum Consent {
  /** Joining the letter: given by either button. */
  LETTER,
  /** Messages in the signer's name to the recipients shown. */
  DELIVER,
  /** Own words in the petition book. */
  OWN_WORDS,
  UPDATES,
  FOLLOWUP,
  /** Name and e-mail address for one partner, who may write. */
  PARTNER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
