package org.joinvoices.signing;

import java.time.Instant;

/**
 * One confirmed signature as the petition book may show it.
 *
 * @param shownAs full name, initials, or empty text for those who are only counted
 * @param region USPS code, other region, or empty text
 * @param country ISO 3166-1 alpha-2
 * @param ownWords only where the signer allowed it to appear in the book, else empty text
 * @param source how it came here
 */
public record BookEntry(
    SignatureId id,
    int letterVersion,
    Act act,
    Instant signedAt,
    Instant confirmedAt,
    String shownAs,
    String region,
    String country,
    String language,
    String ownWords,
    Source source) {

  @Override
  public String toString() {
    return "BookEntry[hidden]";
  }
}
