package org.joinvoices.delivery.print;

import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Glyphs of one font, from left to right, for a piece of text in one direction. Lengths are in
 * thousandths of the font's size.
 */
public final class Run {

  /** Glyphs that Java gives for characters without any, such as joiners. */
  private static final int NOTHING = 0xFFFE;

  private static final int NO_BREAK = 0x00A0;

  /**
   * A glyph in its place.
   *
   * @param x from the beginning of the run
   * @param rise above the line
   */
  private record Placed(int glyph, float x, float rise, String meaning) {}

  private final Face face;
  private final String text;
  private final boolean shaped;
  private final List<Placed> glyphs;
  private final float width;

  private Run(Face face, String text, boolean shaped, List<Placed> glyphs, float width) {
    this.face = face;
    this.text = text;
    this.shaped = shaped;
    this.glyphs = glyphs;
    this.width = width;
  }

  /** One glyph beside the other, as the font has them. */
  static Run plain(Face face, String text) {
    var glyphs = new ArrayList<Placed>(text.length());
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i) == NO_BREAK ? ' ' : text.codePointAt(i);
      int glyph = face.glyph(point);
      glyphs.add(new Placed(glyph, width, 0, Character.toString(point)));
      width += face.advance(glyph);
    }
    return new Run(face, text, false, glyphs, width);
  }

  /** Shaped as the script demands. */
  static Run shaped(Face face, String text, boolean rightToLeft) {
    int direction = rightToLeft ? java.awt.Font.LAYOUT_RIGHT_TO_LEFT : 0;
    GlyphVector vector =
        face.shaper()
            .orElseThrow()
            .layoutGlyphVector(
                new FontRenderContext(null, true, true),
                text.toCharArray(),
                0,
                text.length(),
                direction);
    int number = vector.getNumGlyphs();
    var clusters = new TreeSet<Integer>();
    for (int i = 0; i < number; i++) {
      clusters.add(vector.getGlyphCharIndex(i));
    }
    var glyphs = new ArrayList<Placed>(number);
    for (int i = 0; i < number; i++) {
      int glyph = vector.getGlyphCode(i);
      if (glyph < NOTHING) {
        int from = vector.getGlyphCharIndex(i);
        Integer next = clusters.higher(from);
        String cluster = text.substring(from, next == null ? text.length() : next);
        var at = vector.getGlyphPosition(i);
        String meaning =
            face.character(glyph).stream()
                .mapToObj(Character::toString)
                .findFirst()
                .orElse(cluster);
        glyphs.add(new Placed(glyph, (float) at.getX(), (float) -at.getY(), meaning));
      }
    }
    return new Run(face, text, true, glyphs, (float) vector.getGlyphPosition(number).getX());
  }

  Face face() {
    return face;
  }

  float width() {
    return width;
  }

  /** Whether every character has a glyph. */
  boolean isWhole() {
    return glyphs.stream().allMatch(placed -> placed.glyph != 0);
  }

  /** Remembers which glyphs are used, and what each stands for. */
  void collect(Map<Integer, String> used) {
    glyphs.forEach(placed -> used.putIfAbsent(placed.glyph, placed.meaning));
  }

  /** Writes the operators that show it, in a text object that stands at its beginning. */
  void show(StringBuilder out, float size) {
    if (!shaped) {
      out.append('<');
      glyphs.forEach(placed -> hex(out, placed.glyph));
      out.append("> Tj\n");
      return;
    }
    out.append("/Span <</ActualText <FEFF");
    text.chars().forEach(unit -> hex(out, unit));
    out.append(">>> BDC\n");
    float pen = 0;
    float rise = 0;
    out.append('[');
    for (Placed placed : glyphs) {
      if (placed.rise != rise) {
        rise = placed.rise;
        out.append("] TJ\n");
        Numbers.write(out, rise * size / Face.EM);
        out.append(" Ts\n[");
      }
      if (Math.abs(placed.x - pen) >= 0.5f) {
        Numbers.write(out, pen - placed.x);
      }
      out.append('<');
      hex(out, placed.glyph);
      out.append('>');
      pen = placed.x + face.advance(placed.glyph);
    }
    out.append("] TJ\n");
    if (rise != 0) {
      out.append("0 Ts\n");
    }
    out.append("EMC\n");
  }

  private static void hex(StringBuilder out, int value) {
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((value >> shift) & 0xF, 16));
    }
  }

  @Override
  public String toString() {
    return "Run[hidden]";
  }
}
