package org.joinvoices.delivery.print;

import java.util.List;

/**
 * One line of text, ready to be put on a page.
 *
 * @param runs from left to right
 * @param width in thousandths of the font's size
 * @param rightToLeft whether its paragraph is read so
 */
public record Line(List<Run> runs, float width, boolean rightToLeft) {

  public Line {
    runs = List.copyOf(runs);
  }

  /** In points. */
  public float width(float size) {
    return width * size / Face.EM;
  }

  @Override
  public String toString() {
    return "Line[hidden]";
  }
}
