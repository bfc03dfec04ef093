package org.joinvoices.signing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a signature came here, and so on whose word it counts. */
public enum Source {
  /** Filled in on a page; counts once confirmed from the mailbox. */
  WEB,
  /** From a sheet of paper; counts for the letter on the word of a witness. */
  SHEET,
  /** Typed in from a sheet so that its signer can have messages sent; counts once confirmed. */
  SHEET_MAIL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a {@link #word}. */
  public static Optional<Source> find(String word) {
    return Arrays.stream(values()).filter(source -> source.word().equals(word)).findFirst();
  }

  static Source parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
