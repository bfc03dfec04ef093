package org.joinvoices.delivery.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Glyphs of one font, from left to right, for a piece of text in one direction. Lengths are in
 * thousandths of the font's size.
 */
public final class Run {

  /** Glyphs that Java gives for characters without any, such as joiners. */
  private static final int NOTHING = 0xFFFE;

  private static final int NO_BREAK = 0x00A0;

  private final Face face;
  private final String text;
  private final int[] glyphs;
  private final float width;
  private final @Nullable Places places;

  /**
   * Where shaped glyphs stand, and what they stand for.
   *
   * <p>Across: from the beginning of the run; up: above the line.
   */
  private static final class Places {

    private final float[] across;
    private final float[] up;
    private final String[] meanings;

    private Places(int number) {
      across = new float[number];
      up = new float[number];
      meanings = new String[number];
    }
  }

  private Run(Face face, String text, int[] glyphs, float width, @Nullable Places places) {
    this.face = face;
    this.text = text;
    this.glyphs = glyphs;
    this.width = width;
    this.places = places;
  }

  /** One glyph beside the other, as the font has them. */
  static Run plain(Face face, String text) {
    var glyphs = new int[text.codePointCount(0, text.length())];
    int width = 0;
    int number = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i) == NO_BREAK ? ' ' : text.codePointAt(i);
      glyphs[number] = face.glyph(point);
      width += face.advance(glyphs[number++]);
    }
    return new Run(face, text, glyphs, width, null);
  }

  /** Shaped as the script demands. */
  static Run shaped(Face face, String text, boolean rightToLeft) {
    int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    GlyphVector vector =
        face.shaper()
            .orElseThrow()
            .layoutGlyphVector(
                new FontRenderContext(null, true, true),
                text.toCharArray(),
                0,
                text.length(),
                direction);
    int[] seen =
        IntStream.range(0, vector.getNumGlyphs())
            .filter(i -> vector.getGlyphCode(i) < NOTHING)
            .toArray();
    var glyphs = new int[seen.length];
    var places = new Places(seen.length);
    for (int i = 0; i < seen.length; i++) {
      glyphs[i] = vector.getGlyphCode(seen[i]);
      places.across[i] = (float) vector.getGlyphPosition(seen[i]).getX();
      places.up[i] = (float) -vector.getGlyphPosition(seen[i]).getY();
      places.meanings[i] = meaning(face, text, vector, seen[i]);
    }
    float width = (float) vector.getGlyphPosition(vector.getNumGlyphs()).getX();
    return new Run(face, text, glyphs, width, places);
  }

  /** The character that the glyph is for; of a glyph for several, all of them. */
  private static String meaning(Face face, String text, GlyphVector vector, int glyph) {
    int from = vector.getGlyphCharIndex(glyph);
    int to = text.length();
    for (int i = 0; i < vector.getNumGlyphs(); i++) {
      int other = vector.getGlyphCharIndex(i);
      to = other > from && other < to ? other : to;
    }
    OptionalInt one = face.character(vector.getGlyphCode(glyph));
    return one.isPresent() ? Character.toString(one.getAsInt()) : text.substring(from, to);
  }

  Face face() {
    return face;
  }

  float width() {
    return width;
  }

  /**
   * Remembers what each glyph stands for.
   *
   * @param used by glyph
   */
  void collect(@Nullable String[] used) {
    int at = 0;
    for (int i = 0; i < glyphs.length; i++) {
      if (used[glyphs[i]] == null) {
        used[glyphs[i]] =
            places == null ? Character.toString(text.codePointAt(at)) : places.meanings[i];
      }
      at += places == null ? Character.charCount(text.codePointAt(at)) : 0;
    }
  }

  /** Somebody who draws glyphs. */
  interface Glyphs {

    /**
     * @param across from the beginning of the run
     * @param up above the line
     */
    void glyph(int glyph, float across, float up);
  }

  /** Tells each glyph and where it stands. */
  void each(Glyphs draw) {
    float pen = 0;
    for (int i = 0; i < glyphs.length; i++) {
      if (places == null) {
        draw.glyph(glyphs[i], pen, 0);
        pen += face.advance(glyphs[i]);
      } else {
        draw.glyph(glyphs[i], places.across[i], places.up[i]);
      }
    }
  }

  /** Writes the operators that show it, in a text object that stands at its beginning. */
  void show(StringBuilder out, float size) {
    if (places == null) {
      out.append('<');
      for (int glyph : glyphs) {
        hex(out, glyph);
      }
      out.append("> Tj\n");
      return;
    }
    out.append("/Span <</ActualText <FEFF");
    text.chars().forEach(unit -> hex(out, unit));
    out.append(">>> BDC\n[");
    float pen = 0;
    float rise = 0;
    for (int i = 0; i < glyphs.length; i++) {
      if (places.up[i] != rise) {
        rise = places.up[i];
        out.append("] TJ\n");
        Numbers.write(out, rise * size / Face.EM);
        out.append(" Ts\n[");
      }
      if (Math.abs(places.across[i] - pen) >= 0.5f) {
        Numbers.write(out, pen - places.across[i]);
      }
      out.append('<');
      hex(out, glyphs[i]);
      out.append('>');
      pen = places.across[i] + face.advance(glyphs[i]);
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
