package org.joinvoices.accountability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an office stands on a demand, by its own words. */
public enum ResponseStance {
  /** It will do, or does, what is asked. */
  FAVORABLE,
  /** It will do some of it. */
  IN_PART,
  /** It will not. */
  REFUSED,
  /** It acknowledged the letter, and says neither yes nor no. */
  NO_POSITION;

  /** The word of the database, of forms and of texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word; empty if there is none. */
  public static Optional<ResponseStance> find(String word) {
    return Arrays.stream(values()).filter(stance -> stance.word().equals(word)).findFirst();
  }

  /** Whether it is an answer; whoever only acknowledges has not answered yet. */
  public boolean isAnswer() {
    return this != NO_POSITION;
  }
}
