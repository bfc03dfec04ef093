package org.joinvoices.districts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** One line of a CSV input, field by field, each checked as it is taken. */
final class InputRow {

  private final List<String> header;
  private final List<String> fields;

  InputRow(List<String> header, List<String> fields) {
    this.header = header;
    this.fields = fields;
  }

  String text(String column) {
    return fields.get(header.indexOf(column)).strip();
  }

  /** Empty text too if the file has no such column. */
  String textIfThere(String column) {
    return header.contains(column) ? text(column) : "";
  }

  /** The field if it has the form wanted, which {@code wanted} names for people. */
  String matching(String column, String pattern, String wanted) throws BadInput {
    String text = text(column);
    if (!text.matches(pattern)) {
      throw new BadInput("%s should be %s, not '%s'".formatted(column, wanted, text));
    }
    return text;
  }

  Zip zip() throws BadInput {
    return new Zip(Integer.parseInt(matching("zip", "[0-9]{5}", "five digits")));
  }

  String state() throws BadInput {
    return matching("state", "[A-Z]{2}", "a USPS code of two capitals");
  }

  Seat houseSeat() throws BadInput {
    String district = matching("district", "[0-9]{1,2}", "a number, 0 for at-large");
    return Seat.house(state(), Integer.parseInt(district));
  }

  LocalDate day(String column) throws BadInput {
    return parseDay(column, text(column));
  }

  /** Empty counts as zero: shares are published only where they could be computed. */
  double share() throws BadInput {
    String share = matching("share_est", "([01](\\.[0-9]+)?)?", "a share from 0 to 1, or empty");
    return share.isEmpty() ? 0 : Double.parseDouble(share);
  }

  int hundredths(String column) throws BadInput {
    String degrees = matching(column, "-?[0-9]{1,3}(\\.[0-9]+)?", "degrees with a decimal point");
    return (int) Math.round(Double.parseDouble(degrees) * 100);
  }

  static LocalDate parseDay(String name, String text) throws BadInput {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadInput("%s should be a day like 2021-01-03, not '%s'".formatted(name, text));
    }
  }
}
