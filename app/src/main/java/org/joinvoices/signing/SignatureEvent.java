package org.joinvoices.signing;

import java.time.Instant;
import java.util.Locale;

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
    /** House districts have other lines, or the address was corrected: other seats were found. */
    MATCHED_AGAIN,
    WITHDRAWN,
    /** Taken out of the count by an organizer. */
    INVALIDATED,
    /** Counted again, after it was taken out. */
    RESTORED,
    /** Everything sealed was deleted. */
    ERASED;

    /** What it changes the count by. */
    int worth() {
      return switch (this) {
        case CONFIRMED, RESTORED -> 1;
        case WITHDRAWN, INVALIDATED -> -1;
        case DISTRICT_CHOSEN, MATCHED_AGAIN, ERASED -> 0;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
