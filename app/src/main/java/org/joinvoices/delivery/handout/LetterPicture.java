package org.joinvoices.delivery.handout;

import java.util.List;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Picture;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/**
 * The picture that other sites show beside a link to a letter (Open Graph, https://ogp.me): its
 * title, its authors and the name of the house. No number: others keep a picture for days. Colours:
 * those of {@code site.css}.
 */
public final class LetterPicture {

  /** What the large sites show whole, in pixels. */
  private static final int WIDTH = 1200;

  private static final int HEIGHT = 630;

  private static final int GROUND = 0xF3F4F1;
  private static final int INK = 0x1A1F24;
  private static final int QUIET = 0x50585F;
  private static final int DEEP = 0x12416B;
  private static final int LINE = 0xD3D7D4;

  private static final int MARGIN = 80;
  private static final int BAND = 18;

  /** Where the title ends at the latest, and where the last lines stand. */
  private static final int TITLE_END = 415;

  private static final int RULE = 534;
  private static final int AUTHORS = 484;
  private static final int HOUSE = 585;

  private static final float LARGEST = 88;
  private static final float SMALLEST = 32;
  private static final float STEP = 4;
  private static final float LEADING = 1.16f;

  private final Typesetter typesetter = new Typesetter();

  /** A PNG. */
  public byte[] draw(String title, List<String> authors, String house) {
    try (var picture = new Picture(WIDTH, HEIGHT, GROUND)) {
      picture.fill(0, 0, WIDTH, BAND, DEEP);
      title(picture, title);
      one(picture, String.join(", ", authors), Style.regular(36, 1), AUTHORS, QUIET);
      picture.fill(MARGIN, RULE, WIDTH - 2 * MARGIN, 2, LINE);
      one(picture, house, Style.bold(34, 1), HOUSE, DEEP);
      return picture.png();
    }
  }

  private void title(Picture picture, String title) {
    Style style = Style.bold(LARGEST, LEADING);
    while (height(title, style) > TITLE_END - MARGIN && style.size() > SMALLEST) {
      style = Style.bold(style.size() - STEP, LEADING);
    }
    float baseline = MARGIN + style.size();
    for (Line line : lines(title, style)) {
      picture.place(line, style.size(), left(line, style), baseline, INK);
      baseline += style.leading();
    }
  }

  private float height(String text, Style style) {
    return lines(text, style).size() * style.leading();
  }

  private void one(Picture picture, String text, Style style, float baseline, int colour) {
    Line line = fitting(text, style);
    picture.place(line, style.size(), left(line, style), baseline, colour);
  }

  /** In one line; words that do not fit are left out, and a sign says so. */
  private Line fitting(String text, Style style) {
    List<Line> lines = lines(text, style);
    String shown = text;
    while (lines.size() > 1) {
      shown = shown.substring(0, Math.max(shown.lastIndexOf(' '), 0));
      lines = lines(shown + " …", style);
    }
    return lines.getFirst();
  }

  private List<Line> lines(String text, Style style) {
    return typesetter.lines(typesetter.drawable(text), style.bold(), style.ems(WIDTH - 2 * MARGIN));
  }

  private static float left(Line line, Style style) {
    return line.rightToLeft() ? WIDTH - MARGIN - line.width(style.size()) : MARGIN;
  }
}
