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

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([-+]?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*,\\s*([-+]?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*");

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
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    double lat = Double.parseDouble(form.group(1));
    double lon = Double.parseDouble(form.group(2));
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new GeoPoint(lat, lon))
        : Optional.empty();
  }

  /** Where somebody is, is theirs. */
  @Override
  public String toString() {
    return "GeoPoint[…]";
  }
}
