package org.joinvoices.signing;

import org.joinvoices.districts.StreetAddress;

/**
 * A postal address as typed, trimmed; empty text where nothing was given.
 *
 * @param region USPS code for the United States, else free text
 * @param postalCode {@code NNNNN} or {@code NNNNN-NNNN} for the United States
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    String line, String line2, String locality, String region, String postalCode, String country) {

  /** What of it says where the house stands. */
  StreetAddress street() {
    return new StreetAddress(line, locality, region, postalCode);
  }

  @Override
  public String toString() {
    return "PostalAddress[hidden]";
  }
}
