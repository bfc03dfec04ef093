package org.joinvoices.delivery.cwc;

import java.util.List;
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
 * @param value five characters, upper case
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
  }

  /** As we spell it; which spelling a gateway lists: {@link KnownOffices#spelled}. */
  public static OfficeCode of(Seat seat) {
    String chamber = seat.isSenate() ? "S" : "H";
    var code = new OfficeCode("%s%s%02d".formatted(chamber, seat.state(), seat.number()));
    return code.value.startsWith("HAS") ? code.spellings().getLast() : code;
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
  List<OfficeCode> spellings() {
    return switch (value.substring(0, 3)) {
      case "HAQ" -> List.of(this, new OfficeCode("HAS" + value.substring(3)));
      case "HAS" -> List.of(this, new OfficeCode("HAQ" + value.substring(3)));
      default -> List.of(this);
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
