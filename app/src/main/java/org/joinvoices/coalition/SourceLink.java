package org.joinvoices.coalition;

import java.util.Optional;
import java.util.OptionalLong;
import org.joinvoices.signing.PartnerId;

/**
 * A link by which people come to a letter, and how many did.
 *
 * @param label what organizers call it
 * @param partner whose link it is, if it is a partner's
 * @param visits how often the page was opened by it; less where a cache in front of the house
 *     answered
 * @param joined how many forms came by it and were stored
 */
public record SourceLink(
    SourceName name, String label, Optional<PartnerId> partner, long visits, long joined) {

  /** Fewer are never told: docs/decisions/0034. */
  public static final int FEWEST = 5;

  /** The number as it may be told; empty for fewer than {@link #FEWEST}. */
  public static OptionalLong told(long number) {
    return number < FEWEST ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
