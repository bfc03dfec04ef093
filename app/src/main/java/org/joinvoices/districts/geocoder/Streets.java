package org.joinvoices.districts.geocoder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Place;

/** Makes one answer of the places a search engine lists, which are likely ones and not equal. */
final class Streets {

  /** Two entrances of one house. */
  private static final double SAME_METRES = 150;

  /** No street: a town, or a box around a country. */
  private static final double LONGEST_METRES = 10_000;

  private static final double METRES_PER_DEGREE = 111_195;

  private Streets() {}

  static Place house(GeoPoint point) {
    return new Place(point, true, OptionalDouble.empty(), Optional.empty());
  }

  /** A street without the house: anywhere in its box. */
  static Optional<Place> street(GeoPoint middle, GeoPoint oneCorner, GeoPoint other) {
    double reach = Math.max(metres(middle, oneCorner), metres(middle, other));
    return reach <= LONGEST_METRES
        ? Optional.of(new Place(middle, false, OptionalDouble.of(reach), Optional.empty()))
        : Optional.empty();
  }

  /**
   * A house goes before a street. Houses apart are a tie; pieces of a street are one, as far as it
   * reaches.
   */
  static Answer settle(List<Place> places) {
    List<Place> houses = places.stream().filter(Place::exact).toList();
    if (!houses.isEmpty()) {
      return reach(houses) <= SAME_METRES ? new Answer.Found(houses.getFirst()) : new Answer.Tie();
    }
    if (places.isEmpty()) {
      return new Answer.None();
    }
    double reach = reach(places);
    return reach <= LONGEST_METRES
        ? new Answer.Found(
            new Place(places.getFirst().point(), false, OptionalDouble.of(reach), Optional.empty()))
        : new Answer.Tie();
  }

  /** How far from the first one all of them lie. */
  private static double reach(List<Place> places) {
    GeoPoint first = places.getFirst().point();
    return places.stream()
        .mapToDouble(one -> metres(first, one.point()) + one.accuracyMetres().orElse(0))
        .max()
        .orElseThrow();
  }

  /** Whether a place has the number the address begins with. */
  static boolean sameNumber(String line, String number) {
    return !number.isBlank()
        && line.strip().split("[\\s,]+", 2)[0].equalsIgnoreCase(number.strip());
  }

  private static double metres(GeoPoint one, GeoPoint other) {
    double north = one.lat() - other.lat();
    double east = (one.lon() - other.lon()) * Math.cos(Math.toRadians(one.lat()));
    return Math.hypot(north, east) * METRES_PER_DEGREE;
  }
}
