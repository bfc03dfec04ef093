package org.joinvoices.signing;

import java.util.Locale;

/** Where a signature stands. */
public enum SignatureState {
  /** Waits for its signer to confirm it by mail. */
  PENDING,
  /** Confirmed by its signer; not counted, and nothing is sent, until an organizer has looked. */
  UNDER_REVIEW,
  /** Counted. */
  CONFIRMED,
  /** Taken back by its signer. */
  WITHDRAWN,
  /** Refused by the mailbox ("this was not me"), or taken out by an organizer. */
  INVALIDATED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SignatureState parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
