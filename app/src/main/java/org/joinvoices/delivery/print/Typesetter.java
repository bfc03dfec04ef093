package org.joinvoices.delivery.print;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns text into lines of glyphs: Latin with its diacritics, Greek, Cyrillic, Hebrew, Arabic,
 * Devanagari, Han, kana and Hangul. Knows what it cannot draw, so that nobody's name ever becomes a
 * row of boxes.
 */
public final class Typesetter {

  private static final String LEFT_OUT = "[…]";

  /** Unicode's own sign for what cannot be shown. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern NOT_DRAWN = Pattern.compile("\uFFFD+( +\uFFFD+)*");

  /**
   * Signs that are not seen and could turn the letters around them: marks of direction, the soft
   * hyphen, spaces without width, the mark of byte order.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  /** Where Latin letters with their accents end: Basic Latin, Latin-1, Extended-A and -B. */
  private static final int LATIN = 0x250;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Whether all of it can be drawn, and something of it is seen. */
  public boolean draws(String text) {
    String clean = normal(text);
    return !clean.isBlank() && clean.indexOf(REPLACEMENT) < 0 && marked(clean).equals(clean);
  }

  /** The text with a sign in place of each run of words that cannot be drawn. */
  public String drawable(String text) {
    return NOT_DRAWN.matcher(marked(normal(text))).replaceAll(LEFT_OUT);
  }

  /** In one line, however long; a line break is a space. */
  public Line line(String text, boolean bold) {
    String flat = normal(text).replace('\n', ' ');
    return line(flat, bold, isRightToLeft(flat));
  }

  /**
   * Broken into lines, within words where they are longer than a line.
   *
   * @param width in thousandths of the font's size
   */
  public List<Line> lines(String text, boolean bold, float width) {
    var lines = new ArrayList<Line>();
    for (String paragraph : normal(text).split("\n", -1)) {
      boolean rightToLeft = isRightToLeft(paragraph);
      Line whole = line(paragraph, bold, rightToLeft);
      if (whole.width() <= width) {
        lines.add(whole);
        continue;
      }
      for (String piece : broken(paragraph, bold, width)) {
        // The space at the end keeps words apart where somebody copies them or has them read out.
        lines.add(line(rightToLeft ? piece.stripTrailing() : piece, bold, rightToLeft));
      }
    }
    return lines;
  }

  private List<String> broken(String text, boolean bold, float width) {
    var pieces = new ArrayList<String>();
    var breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    var piece = new StringBuilder();
    float used = 0;
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String word = text.substring(from, to);
      float seen = width(word.stripTrailing(), bold);
      if (used + seen > width && !piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      if (seen > width) {
        var parts = cut(word, bold, width);
        pieces.addAll(parts.subList(0, parts.size() - 1));
        word = parts.getLast();
      }
      piece.append(word);
      used += width(word, bold);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** A word that is longer than a line, between characters as people see them. */
  private List<String> cut(String word, boolean bold, float width) {
    var parts = new ArrayList<String>();
    var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(word);
    int start = 0;
    float used = 0;
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      float seen = width(word.substring(from, to), bold);
      if (used + seen > width && from > start) {
        parts.add(word.substring(start, from));
        start = from;
        used = 0;
      }
      used += seen;
    }
    parts.add(word.substring(start));
    return parts;
  }

  private float width(String text, boolean bold) {
    return line(text, bold, false).width();
  }

  private Line line(String text, boolean bold, boolean rightToLeft) {
    if (!rightToLeft && !Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return line(runs(text, bold, false), false);
    }
    var bidi =
        new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int number = bidi.getRunCount();
    var levels = new byte[number];
    var parts = new Object[number];
    for (int i = 0; i < number; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String part = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      parts[i] = runs(part, bold, levels[i] % 2 == 1);
    }
    Bidi.reorderVisually(levels, 0, parts, 0, number);
    var runs = new ArrayList<Run>();
    for (Object part : parts) {
      ((List<?>) part).forEach(run -> runs.add((Run) run));
    }
    return line(runs, rightToLeft);
  }

  private static Line line(List<Run> runs, boolean rightToLeft) {
    float width = 0;
    for (Run run : runs) {
      width += run.width();
    }
    return new Line(runs, width, rightToLeft);
  }

  /** In the order in which they are seen. */
  private List<Run> runs(String text, boolean bold, boolean rightToLeft) {
    if (!rightToLeft && text.chars().allMatch(Typesetter::isSimple)) {
      return List.of(Run.plain(bold ? Face.BOLD : Face.REGULAR, text));
    }
    var runs = new ArrayList<Run>();
    int start = 0;
    Face face = bold ? Face.BOLD : Face.REGULAR;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      Face next = face(text.codePointAt(i), face, bold);
      if (next != face && i > start) {
        runs.add(run(face, text.substring(start, i), rightToLeft));
        start = i;
      }
      face = next;
    }
    if (start < text.length()) {
      runs.add(run(face, text.substring(start), rightToLeft));
    }
    return rightToLeft ? runs.reversed() : runs;
  }

  private static Run run(Face face, String text, boolean rightToLeft) {
    boolean alone = !rightToLeft && !face.joins() && text.codePoints().noneMatch(Typesetter::leans);
    return alone || face.shaper().isEmpty()
        ? Run.plain(face, text)
        : Run.shaped(face, text, rightToLeft);
  }

  /** The text with {@link #REPLACEMENT} for each character that cannot be drawn. */
  private String marked(String text) {
    if (text.chars().allMatch(Typesetter::isSimple)) {
      return text;
    }
    var marked = new StringBuilder(text.length());
    Face face = Face.REGULAR;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      face = face(point, face, false);
      marked.appendCodePoint(point == '\n' || draws(face, point) ? point : REPLACEMENT);
    }
    return marked.toString();
  }

  private static boolean draws(Face face, int point) {
    if (Character.isISOControl(point) || point == REPLACEMENT || isVariant(point)) {
      return false;
    }
    boolean needsShaping = face.joins() || leans(point);
    if (needsShaping && face.shaper().isEmpty()) {
      return false;
    }
    // Between other letters they are parts of emoji, of which nothing would be seen.
    return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER
        ? face == Face.ARABIC || face == Face.DEVANAGARI
        : face.glyph(point) != 0;
  }

  /** Variation selectors. */
  private static boolean isVariant(int point) {
    return point >= 0xFE00 && point <= 0xFE0F;
  }

  /** Whether its place depends on the letter before. */
  private static boolean leans(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** What leans stays with its letter, and what belongs to no script with its neighbours. */
  private static Face face(int point, Face before, boolean bold) {
    if (leans(point)) {
      return before;
    }
    boolean common = Character.UnicodeScript.of(point) == Character.UnicodeScript.COMMON;
    if (common && before.glyph(point) != 0) {
      return before;
    }
    for (Face face : Face.values()) {
      if (face != (bold ? Face.REGULAR : Face.BOLD) && face.glyph(point) != 0) {
        return face;
      }
    }
    return before;
  }

  /** Latin letters and signs that are as they should be: nothing has to be looked up for them. */
  private static boolean isSimple(int point) {
    boolean seen =
        (point >= ' ' && point < 0x7F) || (point > 0x9F && point < LATIN && point != 0xAD);
    return point == '\n' || (seen && Face.REGULAR.glyph(point) != 0);
  }

  private static boolean isRightToLeft(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** Letters with their accents in one, tabs and other line breaks as they are seen. */
  private static String normal(String text) {
    if (text.chars().allMatch(Typesetter::isSimple)) {
      return text;
    }
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    String seen = UNSEEN.matcher(whole).replaceAll("");
    return seen.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
  }
}
