package org.joinvoices.delivery.book;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.signing.BookEntry;

/** Counts of signatures by place, by week and by letter version, small cells merged. */
final class Tally {

  private static final String OTHER_PLACES = "Other places, merged";
  private static final String OTHER_WEEKS = "Other weeks, merged";
  private static final String OTHER_VERSIONS = "merged";
  private static final Formats FORMATS = Formats.in("en");

  private Tally() {}

  /** By state; abroad by country. In the order of their names. */
  static List<Cell> byPlace(List<BookEntry> entries) {
    return SmallCells.merge(
        count(entries, entry -> Places.name(entry.country(), entry.region())), OTHER_PLACES);
  }

  /** By the week, Monday to Sunday, in which the signature was confirmed; in the order of time. */
  static List<Cell> byWeek(List<BookEntry> entries, ZoneId zone) {
    var cells =
        count(entries, entry -> monday(LocalDate.ofInstant(entry.confirmedAt(), zone))).stream()
            .map(cell -> new Cell(week(LocalDate.parse(cell.name())), cell.signatures()))
            .toList();
    return SmallCells.merge(cells, OTHER_WEEKS);
  }

  /** By letter version; the names are the numbers. */
  static List<Cell> byVersion(List<BookEntry> entries) {
    return SmallCells.merge(
        count(entries, entry -> Integer.toString(entry.letterVersion())), OTHER_VERSIONS);
  }

  private static List<Cell> count(List<BookEntry> entries, Function<BookEntry, String> key) {
    return entries.stream().collect(groupingBy(key, TreeMap::new, counting())).entrySet().stream()
        .map(count -> new Cell(count.getKey(), count.getValue()))
        .toList();
  }

  private static String monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
  }

  private static String week(LocalDate monday) {
    return FORMATS.date(monday) + " to " + FORMATS.date(monday.plusDays(6));
  }
}
