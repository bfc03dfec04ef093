package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.FORMATS;
import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.Queue;

/** How many messages were accepted when: hours of two days, and days since the letter opened. */
final class AcceptedCharts {

  private static final int HOURS = 48;
  private static final int MOST_DAYS = 60;
  private static final int FEWEST_DAYS = 7;

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("MMM d, h a", Locale.US);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

  private final Queue queue;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  AcceptedCharts(Queue queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  List<BarChart> of(Action action) {
    ZonedDateTime now = clock.instant().atZone(action.deadline().getZone());
    return List.of(hours(action, now), days(action, now));
  }

  private BarChart hours(Action action, ZonedDateTime now) {
    Instant first =
        now.toInstant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
    var accepted = queue.acceptedByHour(action.id(), first);
    var columns = new ArrayList<BarChart.Column>();
    for (int i = 0; i < HOURS; i++) {
      Instant hour = first.plus(Duration.ofHours(i));
      ZonedDateTime at = hour.atZone(now.getZone());
      columns.add(
          new BarChart.Column(
              HOUR.format(at), accepted.getOrDefault(hour, 0L), mark(at, HOURS - i)));
    }
    long all = accepted.values().stream().mapToLong(Long::longValue).sum();
    long most = accepted.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return BarChart.of(
        "hours",
        WORDS.get("chart.hours"),
        WORDS.get("chart.hours.name", FORMATS.number(all), FORMATS.number(most)),
        WORDS.get("chart.hour", FORMATS.zone(now)),
        columns);
  }

  /** Midnight and noon. */
  private static String mark(ZonedDateTime hour, int left) {
    return switch (hour.getHour()) {
      case 0 -> DAY.format(hour);
      case 12 -> left > 4 ? WORDS.get("chart.noon") : "";
      default -> "";
    };
  }

  private BarChart days(Action action, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    LocalDate first = firstDay(action.opens().atZone(now.getZone()).toLocalDate(), today);
    ZoneId zone = now.getZone();
    var accepted = queue.acceptedByDay(action.id(), first.atStartOfDay(zone).toInstant(), zone);
    int count = (int) ChronoUnit.DAYS.between(first, today) + 1;
    int every = Math.ceilDiv(count, 5);
    var columns = new ArrayList<BarChart.Column>();
    for (int i = 0; i < count; i++) {
      LocalDate day = first.plusDays(i);
      boolean marked = (count - 1 - i) % every == 0;
      columns.add(
          new BarChart.Column(
              FORMATS.date(day), accepted.getOrDefault(day, 0L), marked ? DAY.format(day) : ""));
    }
    long all = accepted.values().stream().mapToLong(Long::longValue).sum();
    return BarChart.of(
        "days",
        WORDS.get("chart.days"),
        WORDS.get("chart.days.name", FORMATS.number(all), FORMATS.date(first)),
        WORDS.get("chart.day"),
        columns);
  }

  /** A week at least, so that one bar is not a wall; two months at most. */
  private static LocalDate firstDay(LocalDate opened, LocalDate today) {
    LocalDate earliest = today.minusDays(MOST_DAYS - 1L);
    LocalDate latest = today.minusDays(FEWEST_DAYS - 1L);
    LocalDate first = opened.isBefore(earliest) ? earliest : opened;
    return first.isAfter(latest) ? latest : first;
  }
}
