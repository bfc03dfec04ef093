package org.joinvoices.delivery.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that come with the program, in the order in which they are asked for a letter. All have
 * outlines of TrueType, of which PDFBox embeds only the letters used. Licences: beside the fonts,
 * and in NOTICE.
 */
enum Face {
  REGULAR("GentiumBookPlus-Regular"),
  BOLD("GentiumBookPlus-Bold"),
  HEBREW("NotoSerifHebrew-Regular"),
  ARABIC("NotoNaskhArabic-Regular"),
  DEVANAGARI("NotoSerifDevanagari-Regular"),
  HANGUL("NanumGothic-Regular"),
  /** Han as written in China; kana too. */
  HAN("DroidSansFallbackFull");

  /** Glyph widths of PDF are in thousandths of the font's size. */
  static final float EM = 1000;

  /** How many characters Unicode's basic plane has. */
  private static final int BASIC = 0x10000;

  private static final String FOLDER = "/org/joinvoices/delivery/book/fonts/";

  private final String file;
  private volatile @Nullable Outlines outlines;

  Face(String file) {
    this.file = file + ".ttf";
  }

  /** Whether its letters depend on their neighbours. */
  boolean joins() {
    return this == HEBREW || this == ARABIC || this == DEVANAGARI;
  }

  /** Its glyph for the character, or 0. */
  int glyph(int point) {
    Outlines known = outlines();
    return point < BASIC ? known.basic[point] : known.cmap.getGlyphId(point);
  }

  /** The character it is for, where one glyph is one character. */
  OptionalInt character(int glyph) {
    List<Integer> points = outlines().cmap.getCharCodes(glyph);
    return points == null || points.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(points.getFirst());
  }

  /** How many it has. */
  int glyphs() {
    return outlines().advances.length;
  }

  /** Width in thousandths, rounded as PDFBox writes it. */
  int advance(int glyph) {
    return outlines().advances[glyph];
  }

  /** For shaping at a size of {@link #EM}; empty where this Java cannot shape. */
  Optional<Font> shaper() {
    return outlines().shaper();
  }

  /** Anew, for one document to embed. */
  TrueTypeFont parse() {
    return parse(outlines().bytes);
  }

  private Outlines outlines() {
    Outlines known = outlines;
    if (known == null) {
      synchronized (this) {
        known = outlines;
        if (known == null) {
          known = new Outlines(read(file));
          outlines = known;
        }
      }
    }
    return known;
  }

  private static byte[] read(String file) {
    try (InputStream in = Face.class.getResourceAsStream(FOLDER + file)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Without PDFBox's own ligatures, which it writes so that readers get wrong letters. */
  private static TrueTypeFont parse(byte[] bytes) {
    try {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a font", e);
    }
  }

  /** What is read of a font once. */
  private static final class Outlines {

    private final byte[] bytes;
    private final CmapLookup cmap;
    private final char[] basic = new char[BASIC];
    private final int[] advances;
    private @Nullable Optional<Font> shaper;

    private Outlines(byte[] bytes) {
      this.bytes = bytes;
      try (TrueTypeFont font = Face.parse(bytes)) {
        cmap = font.getUnicodeCmapLookup();
        for (int point = 0; point < BASIC; point++) {
          basic[point] = (char) cmap.getGlyphId(point);
        }
        advances = new int[font.getNumberOfGlyphs()];
        Arrays.setAll(advances, glyph -> width(font, glyph));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a font", e);
      }
    }

    private static int width(TrueTypeFont font, int glyph) {
      try {
        return Math.round(font.getAdvanceWidth(glyph) * EM / font.getUnitsPerEm());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a font", e);
      }
    }

    private synchronized Optional<Font> shaper() {
      if (shaper == null) {
        shaper = load();
      }
      return shaper;
    }

    /** Without a screen; some systems without any fonts of their own leave Java without fonts. */
    private Optional<Font> load() {
      System.setProperty("java.awt.headless", "true");
      try {
        return Optional.of(
            Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)).deriveFont(EM));
      } catch (IOException | FontFormatException | LinkageError | InternalError e) {
        return Optional.empty();
      }
    }
  }
}
