package org.joinvoices.platform.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A week in Washington, Monday to Sunday: what is left of a moment once the moment is forgotten. In
 * the database it is told by its first instant, as function {@code civic_week} gives it.
 */
public record CivicWeek(LocalDate monday) {

  /** The week of a moment. */
  public static CivicWeek of(Instant moment) {
    return new CivicWeek(
        LocalDate.ofInstant(moment, CivicClock.CONGRESS)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  /** By which the database tells it. */
  public Instant begin() {
    return monday.atStartOfDay(CivicClock.CONGRESS).toInstant();
  }

  /** Whether of a moment nothing but its week is told. */
  public static boolean isAllThatIsLeftOf(Instant moment) {
    return of(moment).begin().equals(moment);
  }
}
