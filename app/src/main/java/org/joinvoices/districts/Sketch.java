package org.joinvoices.districts;

import java.util.List;
import java.util.Optional;

/**
 * An outline map of a few districts, for drawing in a page: north is up, {@link #WIDTH} units wide.
 * Good for recognising a place, and for nothing else.
 *
 * @param height in the same units
 * @param areas the districts asked for, in the order asked
 * @param around path of the districts beside them, empty if they are not shown
 * @param towns for orientation
 * @param here the point the map was asked for
 */
public record Sketch(
    int height, List<Area> areas, String around, List<Town> towns, Optional<Spot> here) {

  /** Of every sketch: so fine that whole units do for a screen. */
  public static final int WIDTH = 3_600;

  /**
   * A district.
   *
   * @param number its place in the list, from 1
   * @param path for SVG, to be filled by the rule {@code evenodd}
   * @param name what to write in it, such as {@code 11}, or {@code KY 1} where states meet
   * @param middle where to write it
   * @param roomy whether there is room for it
   */
  public record Area(Seat seat, int number, String path, String name, Spot middle, boolean roomy) {

    /** One of the six colours of the list beside, from 1. */
    public int tint() {
      return Sketch.tint(number);
    }
  }

  /**
   * A town.
   *
   * @param before whether its name stands before its point rather than after it
   */
  public record Town(String name, Spot spot, boolean before) {}

  /** A place on the map. */
  public record Spot(int x, int y) {}

  /** The colour of a place in the list, from 1. */
  public static int tint(int number) {
    return (number - 1) % 6 + 1;
  }

  public Sketch {
    areas = List.copyOf(areas);
    towns = List.copyOf(towns);
  }
}
