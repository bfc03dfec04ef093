package org.joinvoices.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For or against the bills a letter names (CWC 2.0, element ProOrCon). */
public enum Stance {
  PRO,
  CON;

  /** The word of {@code action.yaml}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if there is no such stance; CWC knows no undecided. */
  static Optional<Stance> parse(String word) {
    return Arrays.stream(values()).filter(stance -> stance.word().equals(word)).findFirst();
  }
}
