package org.joinvoices.demo;

import static java.util.stream.Collectors.joining;

import java.util.SortedSet;
import java.util.TreeSet;
import org.joinvoices.delivery.Chamber;

/**
 * The offices the fake gateway takes messages for: all there have been since the 2010 census, so
 * that it serves any date a demo replays. Real lists are shorter: at the Senate about half take
 * part.
 */
final class GatewayOffices {

  /**
   * The greater number of districts under the apportionments of 2010 and 2020; 0 for one at-large
   * seat in both. American Samoa is AQ in office codes.
   */
  private static final String DISTRICTS =
      """
      AK0 AL7 AR4 AZ9 CA53 CO8 CT5 DE0 FL28 GA14 HI2 IA4 ID2 IL18 IN9 KS4 KY6 LA6 MA9 MD8 ME2 MI14 \
      MN8 MO8 MS4 MT2 NC14 ND0 NE3 NH2 NJ12 NM3 NV4 NY27 OH16 OK5 OR6 PA18 RI2 SC7 SD0 TN9 TX38 \
      UT4 VA11 VT0 WA10 WI8 WV3 WY0 AQ0 DC0 GU0 MP0 PR0 VI0""";

  /** States by the two classes of their senators. */
  private static final String CLASSES =
      """
      AZ13 CA13 CT13 DE12 FL13 HI13 IN13 MA12 MD13 ME12 MI12 MN12 MO13 MS12 MT12 ND13 NE12 NJ12 \
      NM12 NV13 NY13 OH13 PA13 RI12 TN12 TX12 UT13 VA12 VT13 WA13 WI13 WV12 WY12 \
      AK23 AL23 AR23 CO23 GA23 IA23 ID23 IL23 KS23 KY23 LA23 NC23 NH23 OK23 OR23 SC23 SD23""";

  private static final SortedSet<String> HOUSE = house();
  private static final SortedSet<String> SENATE = senate();

  private GatewayOffices() {}

  static boolean contains(Chamber chamber, String office) {
    return switch (chamber) {
      case HOUSE -> HOUSE.contains(office);
      case SENATE -> SENATE.contains(office);
    };
  }

  /** As the House's gateway lists them, its slip of a code without its letter included. */
  static String houseJson() {
    return HOUSE.stream()
        .map(code -> code.equals("HMP00") ? "MP00" : code)
        .collect(joining("\",\"", "[\"", "\"]"));
  }

  static String senateJson() {
    return SENATE.stream()
        .map(code -> "{\"name\":\"Sample office " + code + "\",\"office_code\":\"" + code + "\"}")
        .collect(joining(",", "[", "]"));
  }

  private static SortedSet<String> house() {
    var codes = new TreeSet<String>();
    for (String entry : DISTRICTS.split(" ")) {
      String state = entry.substring(0, 2);
      int districts = Integer.parseInt(entry.substring(2));
      for (int district = Math.min(1, districts); district <= districts; district++) {
        codes.add("H%s%02d".formatted(state, district));
      }
    }
    codes.add("HMT00"); // at-large until 2023
    return codes;
  }

  private static SortedSet<String> senate() {
    var codes = new TreeSet<String>();
    for (String entry : CLASSES.split(" ")) {
      entry.chars().skip(2).forEach(c -> codes.add("S" + entry.substring(0, 2) + "0" + (char) c));
    }
    return codes;
  }
}
