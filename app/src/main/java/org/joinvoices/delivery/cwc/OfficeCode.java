package org.joinvoices.delivery.cwc;

import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.districts.Seat;

/**
 * The address of one office in Communicating with Congress (CWC): {@code HCA12}, {@code HWY00}
 * (at-large and delegates) or {@code SOH01} (senator of class 1).
 *
 * <p>Source: element {@code MemberOffice} of CWC 2.0, which fixes the form only. That House digits
 * are the district, and Senate digits the class, is from practice; the gateway's own office list
 * decides. Codes follow seats, not people.
 *
 * @param value five characters, upper case, normalised: American Samoa is {@code AQ} in them
 */
public record OfficeCode(String value) {

  private static final Pattern FORM = Pattern.compile("H[A-Z]{2}[0-9]{2}|S[A-Z]{2}0[1-3]");
  private static final Pattern WITHOUT_CHAMBER = Pattern.compile("[A-Z]{2}[0-9]{2}");

  /**
   * @throws IllegalArgumentException if not of the form; whether the office exists is not checked
   */
  public OfficeCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a CWC office code");
    }
    value = normalised(value);
  }

  public static OfficeCode of(Seat seat) {
    String chamber = seat.isSenate() ? "S" : "H";
    return new OfficeCode("%s%s%02d".formatted(chamber, seat.state(), seat.number()));
  }

  /**
   * An entry of a gateway's office list, which once held {@code MP00} without its {@code H}; empty
   * when it is no code at all.
   */
  static Optional<OfficeCode> listed(Chamber chamber, String entry) {
    String code =
        chamber == Chamber.HOUSE && WITHOUT_CHAMBER.matcher(entry).matches() ? "H" + entry : entry;
    return FORM.matcher(code).matches() ? Optional.of(new OfficeCode(code)) : Optional.empty();
  }

  /** The House has listed American Samoa as {@code HAQ00} and as {@code HAS00}. */
  private static String normalised(String code) {
    return code.startsWith("HAS") ? "HAQ" + code.substring(3) : code;
  }

  @Override
  public String toString() {
    return value;
  }
}
