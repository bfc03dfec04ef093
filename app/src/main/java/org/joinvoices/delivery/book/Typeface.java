package org.joinvoices.delivery.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The book's typeface, Gentium Book Plus: Latin with all its diacritics, Greek and Cyrillic. Knows
 * what it cannot draw, so that nobody's name ever becomes a row of boxes.
 */
final class Typeface {

  static final String FAMILY = "Gentium Book Plus";
  private static final String REGULAR = "fonts/GentiumBookPlus-Regular.ttf";
  private static final String BOLD = "fonts/GentiumBookPlus-Bold.ttf";

  private final CmapLookup glyphs;

  Typeface() {
    try (var font = parse(REGULAR)) {
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + REGULAR, e);
    }
  }

  static PDFont regular(PDDocument document) throws IOException {
    return PDType0Font.load(document, parse(REGULAR), true);
  }

  static PDFont bold(PDDocument document) throws IOException {
    return PDType0Font.load(document, parse(BOLD), true);
  }

  /** Without ligatures: PDFBox writes them so that readers and screen readers get wrong letters. */
  private static TrueTypeFont parse(String resource) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      var font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in)));
      font.setEnableGsub(false);
      return font;
    }
  }

  boolean draws(String text) {
    return normal(text).codePoints().allMatch(this::draws);
  }

  /** The text with each run that cannot be drawn replaced by {@code note}. */
  String drawable(String text, String note) {
    var drawn = new StringBuilder();
    boolean noted = false;
    for (int point : normal(text).codePoints().toArray()) {
      boolean draws = draws(point);
      if (draws) {
        drawn.appendCodePoint(point);
      } else if (!noted) {
        drawn.append(note);
      }
      noted = !draws;
    }
    return drawn.toString();
  }

  /** Letters with their accents in one, because PDF does not place combining ones well. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private boolean draws(int point) {
    return point == '\n' || (!Character.isISOControl(point) && glyphs.getGlyphId(point) != 0);
  }
}
