package org.joinvoices.signing;

import java.time.Instant;

/**
 * Something that happened to a signature; ids only.
 *
 * @param at civic time
 */
public record SignatureEvent(Kind kind, SignatureKey key, Instant at) {

  public enum Kind {
    CONFIRMED,
    /** A district was chosen after confirming. */
    DISTRICT_CHOSEN,
    WITHDRAWN,
    INVALIDATED,
    /** Everything sealed was deleted. */
    ERASED
  }
}
