package org.joinvoices.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joinvoices.platform.clock.CivicClock;

/**
 * The days around the beginning of a Congress in which nothing is sent to its members: shortly
 * before, whoever reads a message is about to leave; shortly after, offices open and lists are not
 * right yet. A Congress begins at noon on 3 January of odd years (Amendment XX, sections 1 and 2).
 */
record QuietGap(Duration before, Duration after) {

  /** When the gap that an instant lies in is over; empty outside of one. All civic time. */
  Optional<Instant> end(Instant now) {
    int year = now.atZone(CivicClock.CONGRESS).getYear();
    return IntStream.of(year, year + 1)
        .filter(odd -> odd % 2 == 1)
        .mapToObj(QuietGap::beginning)
        .filter(begins -> !now.isBefore(begins.minus(before)))
        .map(begins -> begins.plus(after))
        .filter(now::isBefore)
        .findFirst();
  }

  private static Instant beginning(int year) {
    return LocalDate.of(year, Month.JANUARY, 3)
        .atTime(LocalTime.NOON)
        .atZone(CivicClock.CONGRESS)
        .toInstant();
  }
}
