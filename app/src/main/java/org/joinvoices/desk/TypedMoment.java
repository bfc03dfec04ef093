package org.joinvoices.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** A moment as browsers send it from a field for date and time: {@code 2021-01-10T09:00}. */
public final class TypedMoment {

  /** As browsers do; what comes after the year 9999 no database could keep. */
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?");

  private TypedMoment() {}

  /**
   * Empty if it is none.
   *
   * @param zone in which it is meant: that of the letter's deadline
   */
  public static Optional<Instant> parse(String typed, ZoneId zone) {
    if (!FORM.matcher(typed).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
