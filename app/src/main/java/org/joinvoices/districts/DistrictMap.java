package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The House districts of one Congress and which of them each ZIP code touches.
 *
 * <p>The list of a ZIP code is in order of its estimated share, likeliest first. The share is of
 * area, not people, so it sorts and decides nothing.
 */
final class DistrictMap {

  private final int congress;
  private final LocalDate from;
  private final LocalDate until;
  private final @Nullable SeatList[] byZip = new SeatList[Zip.COUNT];
  private final boolean hasTable;
  private final SortedSet<Seat> all = new TreeSet<>();
  private final Supplier<List<Arc>> arcs;

  /** Boxed, so that an array may hold it. */
  private record SeatList(List<Seat> seats) {}

  /**
   * @param from first day
   * @param until first day of the next map
   * @param table may be empty: then ZIP codes tell no more than their state
   * @param seats all its districts
   * @param arcs its borders, read when asked for; empty where they are not known
   */
  DistrictMap(
      int congress,
      LocalDate from,
      LocalDate until,
      List<ZipSeats> table,
      Collection<Seat> seats,
      Supplier<List<Arc>> arcs) {
    this.congress = congress;
    this.from = from;
    this.until = until;
    this.arcs = arcs;
    this.hasTable = !table.isEmpty();
    all.addAll(seats);
    for (ZipSeats row : table) {
      byZip[row.zip().number()] = new SeatList(row.seats());
      all.addAll(row.seats());
    }
  }

  /** One line of the table. */
  record ZipSeats(Zip zip, List<Seat> seats) {
    ZipSeats {
      seats = List.copyOf(seats);
    }
  }

  int congress() {
    return congress;
  }

  LocalDate from() {
    return from;
  }

  LocalDate until() {
    return until;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** Whether it is known which districts a ZIP code touches. */
  boolean hasTable() {
    return hasTable;
  }

  /** Empty if the ZIP code is not in the table. */
  List<Seat> seats(Zip zip) {
    SeatList found = byZip[zip.number()];
    return found == null ? List.of() : found.seats();
  }

  /** Its borders, read anew each time; empty where they are not known. */
  List<Arc> arcs() {
    return arcs.get();
  }

  /** By ZIP code. */
  List<ZipSeats> table() {
    return IntStream.range(0, Zip.COUNT)
        .mapToObj(Zip::new)
        .map(zip -> new ZipSeats(zip, seats(zip)))
        .filter(row -> !row.seats().isEmpty())
        .toList();
  }

  /** All its districts. */
  SortedSet<Seat> seats() {
    return Collections.unmodifiableSortedSet(all);
  }

  /** True if the district exists on this map. */
  boolean has(Seat house) {
    return all.contains(house);
  }

  List<Seat> seatsOfState(String state) {
    return all.stream().filter(seat -> seat.state().equals(state)).toList();
  }

  /** Districts of a state that any ZIP code of the same three-digit region touches. */
  List<Seat> seatsOfRegion(Zip zip, String state) {
    int first = zip.region() * 100;
    return IntStream.range(first, first + 100)
        .mapToObj(number -> seats(new Zip(number)))
        .flatMap(List::stream)
        .filter(seat -> seat.state().equals(state))
        .distinct()
        .sorted()
        .toList();
  }
}
