package org.joinvoices.signing;

import java.util.Locale;

/** Where a signature stands. */
public enum SignatureState {
  PENDING,
  CONFIRMED,
  WITHDRAWN,
  INVALIDATED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SignatureState parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
