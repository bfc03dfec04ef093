package org.joinvoices.delivery.book;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.web.Formats;

/**
 * One volume of names: in columns, each with its number in the list; above each page its first and
 * its last name. Plain, without structure; {@code signatures.csv} is the list for programs.
 */
final class NamesVolume {

  private static final Formats FORMATS = Formats.in("en");

  private static final float MARGIN = 48;
  private static final int COLUMNS = 3;
  private static final float GAP = 10;
  private static final float COLUMN = (Sheets.WIDTH - 2 * MARGIN + GAP) / COLUMNS;
  private static final float NUMBER = 40;
  private static final float NAME = COLUMN - GAP - NUMBER;

  private static final Style NAMES = Style.regular(9, 1.22f);
  private static final Style NUMBERS = Style.regular(6.5f, 1.22f).gray(0.35f);
  private static final Style ABOVE = Style.regular(8.5f, 1.3f).gray(0.27f);
  private static final Style HEADING = Style.bold(17, 1.3f);
  private static final Style NOTE = Style.regular(10, 1.4f);

  /** So much of a name stands above a page. */
  private static final int SHORT = 28;

  private final Headings headings;
  private final Typesetter typesetter;
  private final Print print;
  private final int number;
  private final int of;
  private final List<Signer> signers;

  private int column;
  private float top;
  private int firstOfPage;
  private final List<String> ranges = new ArrayList<>();

  /**
   * @param number of this volume, from 1
   * @param of how many there are
   */
  NamesVolume(
      Headings headings,
      Typesetter typesetter,
      Print print,
      int number,
      int of,
      List<Signer> signers) {
    this.headings = headings;
    this.typesetter = typesetter;
    this.print = print;
    this.number = number;
    this.of = of;
    this.signers = signers;
  }

  String first() {
    return shortened(signers.getFirst());
  }

  String last() {
    return shortened(signers.getLast());
  }

  void write(OutputStream out) {
    String volume = "volume " + number + " of " + of;
    String head = "signatures, " + volume;
    try (Sheets sheets = Sheets.plain(headings.head(head, head))) {
      sheets.page();
      heading(sheets, volume);
      for (int i = 0; i < signers.size(); i++) {
        add(sheets, i);
      }
      ranges.add(range(firstOfPage, signers.size() - 1));
      for (int page = 0; page < sheets.pages(); page++) {
        above(sheets, page, volume);
      }
      String numbers =
          FORMATS.number(signers.getFirst().number())
              + " to "
              + FORMATS.number(signers.getLast().number());
      headings.number(sheets, typesetter, 0, MARGIN, "signatures " + numbers);
      sheets.save(out);
    }
  }

  private void heading(Sheets sheets, String volume) {
    float right = Sheets.WIDTH - MARGIN;
    var title = typesetter.line("Signatures, " + volume, true);
    sheets.lines(List.of(title), HEADING, MARGIN, right);
    String note = first() + " … " + last();
    sheets.lines(typesetter.lines(note, false, NOTE.ems(right - MARGIN)), NOTE, MARGIN, right);
    sheets.skip(NOTE.leading());
    top = sheets.y();
  }

  private void add(Sheets sheets, int index) {
    Signer signer = signers.get(index);
    List<Line> name =
        print.draws(signer)
            ? typesetter.lines(signer.shownAs(), false, NAMES.ems(NAME))
            : List.of(typesetter.line("[in signatures.csv]", false));
    for (int i = 0; i < name.size(); i++) {
      next(sheets, index, i > 0);
      float x = MARGIN + column * COLUMN;
      sheets.moveTo(sheets.y() - NAMES.leading());
      if (i == 0) {
        Line place = typesetter.line(FORMATS.number(signer.number()), false);
        float end = x + NUMBER - 5;
        sheets.place(place, NUMBERS, end - place.width(NUMBERS.size()), sheets.y());
      }
      sheets.place(name.get(i), NAMES, x + NUMBER, sheets.y());
    }
  }

  /** Goes on to the next column or page where this one is full. */
  private void next(Sheets sheets, int index, boolean within) {
    if (sheets.room() >= NAMES.leading()) {
      return;
    }
    if (++column == COLUMNS) {
      int begun = within ? index : index - 1;
      ranges.add(range(firstOfPage, begun));
      firstOfPage = index;
      column = 0;
      sheets.page();
      top = sheets.y();
    }
    sheets.moveTo(top);
  }

  private String range(int from, int to) {
    return shortened(signers.get(from)) + " … " + shortened(signers.get(to));
  }

  private void above(Sheets sheets, int page, String volume) {
    float y = Sheets.HEIGHT - Sheets.MARGIN / 2 - ABOVE.size();
    sheets.placeArtifact(page, typesetter.line("Signatures, " + volume, false), ABOVE, MARGIN, y);
    Line range = typesetter.line(ranges.get(page), false);
    float x = Sheets.WIDTH - MARGIN - range.width(ABOVE.size());
    sheets.placeArtifact(page, range, ABOVE, x, y);
  }

  private String shortened(Signer signer) {
    String name = typesetter.drawable(signer.shownAs()).strip();
    if (name.codePointCount(0, name.length()) <= SHORT) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, SHORT)).strip() + "…";
  }
}
