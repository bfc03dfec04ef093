package org.joinvoices.platform.principal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do at the desk. */
public enum Role {
  /** Sees all and changes all. */
  OWNER,
  /**
   * Sees all but what is held about one supporter, and changes nothing of the house; one's own
   * sessions and passkeys are one's own.
   */
  READ_ONLY;

  /** As commands and the database spell it: {@code owner}, {@code read-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a {@link #word}. */
  public static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
