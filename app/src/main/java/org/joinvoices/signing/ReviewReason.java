package org.joinvoices.signing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why organizers take signatures out: for themselves and whoever looks later, not for the signer.
 */
public enum ReviewReason {
  /** Signed by a machine. */
  AUTOMATED,
  /** The same people several times, under other addresses. */
  REPEATED,
  /** Nobody of that name. */
  MADE_UP,
  /** Somebody tried the form. */
  TEST,
  OTHER;

  /** As commands, forms and the database spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of a {@link #word}. */
  public static Optional<ReviewReason> find(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }
}
