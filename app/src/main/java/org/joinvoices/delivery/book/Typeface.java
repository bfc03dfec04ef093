package org.joinvoices.delivery.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
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
public final class Typeface {

  public static final String FAMILY = "Gentium Book Plus";
  private static final String REGULAR = "fonts/GentiumBookPlus-Regular.ttf";
  private static final String BOLD = "fonts/GentiumBookPlus-Bold.ttf";

  private static final String LEFT_OUT = "[…]";

  /** Unicode's own sign for what cannot be shown. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern NOT_DRAWN = Pattern.compile("\uFFFD+( +\uFFFD+)*");

  private final CmapLookup glyphs;

  public Typeface() {
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

  public boolean draws(String text) {
    return normal(text).codePoints().allMatch(this::draws);
  }

  /** The text with a sign in place of each run of words that cannot be drawn. */
  public String drawable(String text) {
    String marked =
        normal(text)
            .codePoints()
            .map(point -> draws(point) ? point : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return NOT_DRAWN.matcher(marked).replaceAll(LEFT_OUT);
  }

  /** Letters with their accents in one, because PDF does not place combining ones well. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private boolean draws(int point) {
    return point == '\n'
        || (!Character.isISOControl(point) && !joins(point) && glyphs.getGlyphId(point) != 0);
  }

  /** Zero-width joiner and variation selectors: parts of emoji, of which nothing would be seen. */
  private static boolean joins(int point) {
    return point == 0x200D || (point >= 0xFE00 && point <= 0xFE0F);
  }
}
