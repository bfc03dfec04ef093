package org.joinvoices.districts;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of states in Census files: ANSI INCITS 38, once FIPS 5-2. */
public final class CensusStates {

  private static final Pattern GEOID = Pattern.compile("([0-9]{2})([0-9]{2})");

  private static final int DELEGATE = 98;

  /** USPS codes by number. */
  static final Map<String, String> USPS =
      Map.ofEntries(
          Map.entry("01", "AL"),
          Map.entry("02", "AK"),
          Map.entry("04", "AZ"),
          Map.entry("05", "AR"),
          Map.entry("06", "CA"),
          Map.entry("08", "CO"),
          Map.entry("09", "CT"),
          Map.entry("10", "DE"),
          Map.entry("11", "DC"),
          Map.entry("12", "FL"),
          Map.entry("13", "GA"),
          Map.entry("15", "HI"),
          Map.entry("16", "ID"),
          Map.entry("17", "IL"),
          Map.entry("18", "IN"),
          Map.entry("19", "IA"),
          Map.entry("20", "KS"),
          Map.entry("21", "KY"),
          Map.entry("22", "LA"),
          Map.entry("23", "ME"),
          Map.entry("24", "MD"),
          Map.entry("25", "MA"),
          Map.entry("26", "MI"),
          Map.entry("27", "MN"),
          Map.entry("28", "MS"),
          Map.entry("29", "MO"),
          Map.entry("30", "MT"),
          Map.entry("31", "NE"),
          Map.entry("32", "NV"),
          Map.entry("33", "NH"),
          Map.entry("34", "NJ"),
          Map.entry("35", "NM"),
          Map.entry("36", "NY"),
          Map.entry("37", "NC"),
          Map.entry("38", "ND"),
          Map.entry("39", "OH"),
          Map.entry("40", "OK"),
          Map.entry("41", "OR"),
          Map.entry("42", "PA"),
          Map.entry("44", "RI"),
          Map.entry("45", "SC"),
          Map.entry("46", "SD"),
          Map.entry("47", "TN"),
          Map.entry("48", "TX"),
          Map.entry("49", "UT"),
          Map.entry("50", "VT"),
          Map.entry("51", "VA"),
          Map.entry("53", "WA"),
          Map.entry("54", "WV"),
          Map.entry("55", "WI"),
          Map.entry("56", "WY"),
          Map.entry("60", "AS"),
          Map.entry("66", "GU"),
          Map.entry("69", "MP"),
          Map.entry("72", "PR"),
          Map.entry("78", "VI"));

  private CensusStates() {}

  /**
   * The House seat of a congressional district's GEOID: number of the state, then 00 for a whole
   * state, 98 for a delegate's, ZZ for none.
   */
  public static Optional<Seat> houseSeat(String geoid) {
    Matcher form = GEOID.matcher(geoid);
    if (!form.matches() || !USPS.containsKey(form.group(1))) {
      return Optional.empty();
    }
    int district = Integer.parseInt(form.group(2));
    return Optional.of(
        Seat.house(
            Objects.requireNonNull(USPS.get(form.group(1))), district == DELEGATE ? 0 : district));
  }
}
