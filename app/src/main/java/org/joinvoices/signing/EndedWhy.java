package org.joinvoices.signing;

import java.util.Locale;

/** Why a batch of organizers left a signature {@link SignatureState#INVALIDATED}. */
public enum EndedWhy {
  /** An organizer took it out. */
  ORGANIZER,
  /** The person is counted by another signature. */
  DOUBLE,
  /** The mailbox speaks for others already (D8). */
  MAILBOX_TAKEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EndedWhy parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
