package org.joinvoices.delivery.print;

/**
 * How a text looks.
 *
 * @param size of the font, in points
 * @param leading from line to line, in points
 * @param gray 0 is black
 */
public record Style(boolean bold, float size, float leading, float gray) {

  public static Style regular(float size, float leading) {
    return new Style(false, size, size * leading, 0.07f);
  }

  public static Style bold(float size, float leading) {
    return new Style(true, size, size * leading, 0.07f);
  }

  public Style gray(float other) {
    return new Style(bold, size, leading, other);
  }

  /** A length in points as thousandths of the font's size. */
  public float ems(float points) {
    return points * Face.EM / size;
  }
}
