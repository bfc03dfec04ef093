package org.joinvoices.districts;

import java.util.List;
import java.util.stream.IntStream;

/** A stretch of border that bounds the same districts all along: two, or one along a coast. */
final class Arc {

  /** Parts of a degree in which borders are kept; one is 11 cm of latitude. */
  static final int UNITS = 1_000_000;

  private final List<Seat> sides;
  private final int[] coordinates;

  /**
   * @param sides the districts it bounds
   * @param coordinates longitude and latitude of each corner in turn, in {@link #UNITS}; taken over
   */
  Arc(List<Seat> sides, int[] coordinates) {
    this.sides = List.copyOf(sides);
    this.coordinates = coordinates;
  }

  List<Seat> sides() {
    return sides;
  }

  /** Number of corners. */
  int size() {
    return coordinates.length / 2;
  }

  int lon(int corner) {
    return coordinates[2 * corner];
  }

  int lat(int corner) {
    return coordinates[2 * corner + 1];
  }

  IntStream latitudes() {
    return IntStream.range(0, size()).map(this::lat);
  }
}
