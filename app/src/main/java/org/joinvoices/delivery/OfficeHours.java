package org.joinvoices.delivery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.platform.clock.CivicClock;

/**
 * When an operator lets messages leave, in Washington's time, such as {@code Mon-Fri 08:00-18:00}.
 * It begins some minutes late, on each day by another while: not every house should start at the
 * stroke.
 *
 * @param days on which anything leaves
 * @param seed of how late; each house its own
 */
record OfficeHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, int seed) {

  /** Messages of a letter that is so near its deadline leave at any hour. */
  static final Duration NEAR_DEADLINE = Duration.ofHours(48);

  private static final List<String> NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final String NAME = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final Pattern FORM =
      Pattern.compile(
          NAME + "(?:-" + NAME + ")? ((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d)");

  private static final int LATEST_SECONDS = 600;

  OfficeHours {
    days = Set.copyOf(days);
  }

  /**
   * @throws IllegalArgumentException if not of the form, or if it ends before it begins
   */
  static OfficeHours parse(String text, int seed) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not of the form Mon-Fri 08:00-18:00");
    }
    int first = NAMES.indexOf(form.group(1));
    int last = form.group(2) == null ? first : NAMES.indexOf(form.group(2));
    LocalTime from = LocalTime.parse(form.group(3));
    LocalTime to = LocalTime.parse(form.group(4));
    if (last < first || !from.isBefore(to)) {
      throw new IllegalArgumentException("ends before it begins");
    }
    Set<DayOfWeek> days = EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
    return new OfficeHours(days, from, to, seed);
  }

  /**
   * @param now machine time: whoever reads messages lives in the present
   */
  boolean areOpen(Instant now) {
    ZonedDateTime there = now.atZone(CivicClock.CONGRESS);
    LocalTime time = there.toLocalTime();
    return days.contains(there.getDayOfWeek())
        && !time.isBefore(from.plus(late(there.toLocalDate())))
        && time.isBefore(to);
  }

  /** Ten minutes at most, and a tenth of the hours. */
  private Duration late(LocalDate day) {
    long most = Math.min(LATEST_SECONDS, Duration.between(from, to).toSeconds() / 10);
    int mixed = 31 * (int) day.toEpochDay() + seed;
    return Duration.ofSeconds(Math.floorMod(mixed * 0x9E3779B9, most + 1));
  }
}
