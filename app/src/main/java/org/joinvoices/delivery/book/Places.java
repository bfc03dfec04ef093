package org.joinvoices.delivery.book;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * Names of places as the book's tables show them. Source: the two-letter codes of the U.S. Postal
 * Service, Publication 28, appendix B; countries by ISO 3166-1.
 */
final class Places {

  private static final String NOT_GIVEN = "Place not given";

  private static final Map<String, String> STATES =
      Map.ofEntries(
          entry("AL", "Alabama"),
          entry("AK", "Alaska"),
          entry("AZ", "Arizona"),
          entry("AR", "Arkansas"),
          entry("CA", "California"),
          entry("CO", "Colorado"),
          entry("CT", "Connecticut"),
          entry("DE", "Delaware"),
          entry("DC", "District of Columbia"),
          entry("FL", "Florida"),
          entry("GA", "Georgia"),
          entry("HI", "Hawaii"),
          entry("ID", "Idaho"),
          entry("IL", "Illinois"),
          entry("IN", "Indiana"),
          entry("IA", "Iowa"),
          entry("KS", "Kansas"),
          entry("KY", "Kentucky"),
          entry("LA", "Louisiana"),
          entry("ME", "Maine"),
          entry("MD", "Maryland"),
          entry("MA", "Massachusetts"),
          entry("MI", "Michigan"),
          entry("MN", "Minnesota"),
          entry("MS", "Mississippi"),
          entry("MO", "Missouri"),
          entry("MT", "Montana"),
          entry("NE", "Nebraska"),
          entry("NV", "Nevada"),
          entry("NH", "New Hampshire"),
          entry("NJ", "New Jersey"),
          entry("NM", "New Mexico"),
          entry("NY", "New York"),
          entry("NC", "North Carolina"),
          entry("ND", "North Dakota"),
          entry("OH", "Ohio"),
          entry("OK", "Oklahoma"),
          entry("OR", "Oregon"),
          entry("PA", "Pennsylvania"),
          entry("RI", "Rhode Island"),
          entry("SC", "South Carolina"),
          entry("SD", "South Dakota"),
          entry("TN", "Tennessee"),
          entry("TX", "Texas"),
          entry("UT", "Utah"),
          entry("VT", "Vermont"),
          entry("VA", "Virginia"),
          entry("WA", "Washington"),
          entry("WV", "West Virginia"),
          entry("WI", "Wisconsin"),
          entry("WY", "Wyoming"),
          entry("AS", "American Samoa"),
          entry("GU", "Guam"),
          entry("MP", "Northern Mariana Islands"),
          entry("PR", "Puerto Rico"),
          entry("VI", "U.S. Virgin Islands"),
          entry("FM", "Micronesia"),
          entry("MH", "Marshall Islands"),
          entry("PW", "Palau"),
          entry("AA", "Armed Forces Americas"),
          entry("AE", "Armed Forces Europe"),
          entry("AP", "Armed Forces Pacific"));

  private Places() {}

  /**
   * @param country ISO 3166-1 alpha-2, or empty text
   * @param region USPS code for the United States
   */
  static String name(String country, String region) {
    if (country.equals("US")) {
      return STATES.getOrDefault(region, NOT_GIVEN);
    }
    return country.isEmpty() ? NOT_GIVEN : Locale.of("", country).getDisplayCountry(Locale.US);
  }
}
