package org.joinvoices.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.districts.Seat;

/**
 * The heading of a message for one seat, such as {@code # Message to CA-S3} or {@code # Message to
 * CA-S3 before 2021-01-19}.
 */
record SeatHeading(Seat seat, Optional<LocalDate> before) {

  static final Comparator<SeatHeading> ORDER =
      Comparator.comparing(SeatHeading::seat)
          .thenComparing(heading -> heading.before().orElse(LocalDate.MAX));

  private static final Pattern FORM =
      Pattern.compile("Message to (\\S+)(?: before (\\S+))?", Pattern.CASE_INSENSITIVE);

  /** Empty if the words are no such heading, or name no seat or no day. */
  static Optional<SeatHeading> of(String words) {
    var parts = FORM.matcher(words);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Optional<LocalDate> before = Optional.ofNullable(parts.group(2)).map(LocalDate::parse);
      return Forms.seat(parts.group(1)).map(seat -> new SeatHeading(seat, before));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As it stands in the file. */
  String line() {
    return "# Message to " + seat + before.map(day -> " before " + day).orElse("");
  }
}
