package org.joinvoices.platform.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing looked at.
 *
 * @param subject two or three words, such as {@code master key}
 * @param sentence what was found; no secret, no personal data
 * @param remedy what to do; empty when all is well
 */
public record Finding(Level level, String subject, String sentence, Optional<String> remedy) {

  /** How bad it is, the worst last. */
  public enum Level {
    OK,
    /** The house works; look at it soon. */
    WARNING,
    /** Signers or offices are not served, or data is at risk. */
    FAULT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Finding ok(String subject, String sentence) {
    return new Finding(Level.OK, subject, sentence, Optional.empty());
  }

  public static Finding warning(String subject, String sentence, String remedy) {
    return new Finding(Level.WARNING, subject, sentence, Optional.of(remedy));
  }

  public static Finding fault(String subject, String sentence, String remedy) {
    return new Finding(Level.FAULT, subject, sentence, Optional.of(remedy));
  }
}
