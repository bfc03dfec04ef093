package org.joinvoices.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What supporters tell us they did with a text that was handed to them: their word, not ours. */
public enum SupporterAct {
  CALLED,
  WROTE;

  /** The word of the database, of forms and of texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For text from outside. */
  public static Optional<SupporterAct> parse(String text) {
    return Arrays.stream(values()).filter(act -> act.word().equals(text)).findFirst();
  }
}
