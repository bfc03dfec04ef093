package org.joinvoices.districts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point on the earth, WGS 84 (the Census Bureau's NAD 83 differs by a metre or two).
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record GeoPoint(double lat, double lon) {

  private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,3}(?:\\.[0-9]+)?");

  /**
   * @throws IllegalArgumentException if there is no such point
   */
  public GeoPoint {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("not a point on the earth");
    }
  }

  /**
   * For text from outside such as {@code 41.48,-81.70}: empty if not of the form or not on earth.
   */
  public static Optional<GeoPoint> parse(String text) {
    int comma = text.indexOf(',');
    return comma < 0
        ? Optional.empty()
        : parse(text.substring(0, comma).strip(), text.substring(comma + 1).strip());
  }

  /** As above, of both apart. */
  public static Optional<GeoPoint> parse(String lat, String lon) {
    if (!DEGREES.matcher(lat).matches() || !DEGREES.matcher(lon).matches()) {
      return Optional.empty();
    }
    double north = Double.parseDouble(lat);
    double east = Double.parseDouble(lon);
    return Math.abs(north) <= 90 && Math.abs(east) <= 180
        ? Optional.of(new GeoPoint(north, east))
        : Optional.empty();
  }

  /** Where somebody is, is theirs. */
  @Override
  public String toString() {
    return "GeoPoint[…]";
  }
}
