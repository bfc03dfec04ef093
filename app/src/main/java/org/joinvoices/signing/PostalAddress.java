package org.joinvoices.signing;

/**
 * A postal address as typed, trimmed; empty text where nothing was given.
 *
 * @param region USPS code for the United States, else free text
 * @param postalCode {@code NNNNN} or {@code NNNNN-NNNN} for the United States
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    String line, String line2, String locality, String region, String postalCode, String country) {

  @Override
  public String toString() {
    return "PostalAddress[hidden]";
  }
}
