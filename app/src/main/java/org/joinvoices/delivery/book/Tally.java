package org.joinvoices.delivery.book;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.cells.SmallCells;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.signing.BookEntry;

/**
 * Counts signatures by place, by week and by letter version; shows them with small cells merged.
 */
final class Tally {

  private static final String OTHER_PLACES = "Other places, merged";
  private static final String OTHER_WEEKS = "Other weeks, merged";
  private static final String OTHER_VERSIONS = "merged";
  private static final Formats FORMATS = Formats.in("en");

  private final ZoneId zone;
  private final Map<String, Long> places = new TreeMap<>();
  private final Map<LocalDate, Long> weeks = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();

  /**
   * @param zone in which weeks begin
   */
  Tally(ZoneId zone) {
    this.zone = zone;
  }

  void add(BookEntry entry) {
    places.merge(Places.name(entry.country(), entry.region()), 1L, Long::sum);
    weeks.merge(monday(LocalDate.ofInstant(entry.confirmedAt(), zone)), 1L, Long::sum);
    versions.merge(Integer.toString(entry.letterVersion()), 1L, Long::sum);
  }

  /** By state; abroad by country. In the order of their names. */
  List<Cell> byPlace() {
    return merged(places, Function.identity(), OTHER_PLACES);
  }

  /** By the week, Monday to Sunday, in which the signature was confirmed; in the order of time. */
  List<Cell> byWeek() {
    return merged(weeks, Tally::week, OTHER_WEEKS);
  }

  /** By letter version; the names are the numbers. */
  List<Cell> byVersion() {
    return merged(versions, Function.identity(), OTHER_VERSIONS);
  }

  private static <T> List<Cell> merged(Map<T, Long> counts, Function<T, String> name, String rest) {
    return SmallCells.merge(
        counts.entrySet().stream()
            .map(count -> new Cell(name.apply(count.getKey()), count.getValue()))
            .toList(),
        rest);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static String week(LocalDate monday) {
    return FORMATS.date(monday) + " to " + FORMATS.date(monday.plusDays(6));
  }
}
