package org.joinvoices.districts;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a device says it is: used once, never kept, never in an address.
 *
 * @param metres how far off the point may be
 */
public record Position(GeoPoint point, double metres) {

  /** A device that knows no better names a city, and half the districts of a state lie near. */
  private static final double MOST_METRES = 25_000;

  private static final Pattern METRES = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,20})?");

  /** From the fields {@code lat}, {@code lon} and {@code accuracy} (metres) of a form. */
  public static Optional<Position> read(Map<String, String> fields) {
    String accuracy = fields.getOrDefault("accuracy", "");
    double metres = METRES.matcher(accuracy).matches() ? Double.parseDouble(accuracy) : 0;
    return GeoPoint.parse(fields.getOrDefault("lat", "") + "," + fields.getOrDefault("lon", ""))
        .map(point -> new Position(point, metres));
  }

  /** Whether it tells next to nothing. */
  public boolean isCoarse() {
    return metres > MOST_METRES;
  }

  @Override
  public String toString() {
    return "Position[…]";
  }
}
