package org.joinvoices.action;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as a publishing folder writes them: {@code 2021-01-20T12:00 America/New_York}. */
final class ZonedTimes {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?) +(\\S+)");

  /** Stands for a time that could not be read. */
  static final ZonedDateTime NONE = Instant.EPOCH.atZone(ZoneOffset.UTC);

  private ZonedTimes() {}

  /**
   * Empty if not of the form, if there is no such date or zone, or if clocks were changed just then
   * so that the time comes twice or never.
   */
  static Optional<ZonedDateTime> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(parts.group(1));
      ZoneId zone = ZoneId.of(parts.group(2));
      return Optional.of(local.atZone(zone)).filter(time -> isUnambiguous(local, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** In this zone, or in UTC where clocks were changed just then. */
  static String format(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    return isUnambiguous(local, zone)
        ? local + " " + zone.getId()
        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC) + " UTC";
  }

  private static boolean isUnambiguous(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).size() == 1;
  }
}
