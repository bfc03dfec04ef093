package org.joinvoices.districts;

import java.util.Optional;

/**
 * A point on the earth, WGS 84 (the Census Bureau's NAD 83 differs by a metre or two).
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record GeoPoint(double lat, double lon) {

  private static final int LONGEST_INTEGER = 3;

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
    if (!isDegrees(lat) || !isDegrees(lon)) {
      return Optional.empty();
    }
    double north = Double.parseDouble(lat);
    double east = Double.parseDouble(lon);
    return Math.abs(north) <= 90 && Math.abs(east) <= 180
        ? Optional.of(new GeoPoint(north, east))
        : Optional.empty();
  }

  /** Like {@code -81.70}, {@code 42}; by hand, because files have millions of them. */
  private static boolean isDegrees(String text) {
    int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    return end > from
        && end - from <= LONGEST_INTEGER
        && areDigits(text, from, end)
        && (point < 0 || (point + 1 < text.length() && areDigits(text, point + 1, text.length())));
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Where somebody is, is theirs. */
  @Override
  public String toString() {
    return "GeoPoint[…]";
  }
}
