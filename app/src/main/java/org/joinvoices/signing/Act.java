package org.joinvoices.signing;

import java.util.Locale;

/** The two acts a supporter chooses between (design decision D2). */
public enum Act {
  /** Joins the letter, and messages go to the supporter's legislators in the supporter's name. */
  SEND,
  /** Joins the letter; no office hears of the supporter. */
  LETTER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Act parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
