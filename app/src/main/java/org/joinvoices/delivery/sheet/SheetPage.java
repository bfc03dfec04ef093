package org.joinvoices.delivery.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/** The looks of a sign-up sheet: black on white, room to write by hand, narrow margins. */
final class SheetPage {

  static final float LEFT = 40;
  static final float RIGHT = Sheets.WIDTH - 40;
  static final float TOP = Sheets.HEIGHT - 38;

  private static final Style KIND = Style.regular(9, 1.3f).gray(0);
  private static final Style TITLE = Style.bold(18, 1.15f).gray(0);
  private static final Style READ = Style.regular(10, 1.35f).gray(0);
  private static final Style HEADING = Style.bold(10, 1.35f).gray(0);
  private static final Style DEMAND = Style.regular(8.5f, 1.28f).gray(0);
  private static final Style CONSENT = Style.regular(9, 1.3f).gray(0);
  private static final Style HINT = Style.regular(8.5f, 1.3f).gray(0);
  private static final Style LABEL = Style.regular(7, 1.2f).gray(0.2f);
  private static final Style TICK = Style.regular(8, 1.2f).gray(0);

  private static final float THIN = 0.5f;
  private static final float THICK = 1;

  /** Where the first line of a row is parted: names, street, city, state, ZIP. */
  private static final float[] PARTS = {LEFT + 16, 150, 250, 408, 500, 528, RIGHT};

  /** Where the second line is parted: e-mail, title, ticks, signature. */
  private static final float[] SECOND = {LEFT + 16, 218, 318, 424, RIGHT};

  private static final float LINE = 26;
  private static final float BETWEEN = 4;

  /** What one person takes. */
  static final float ROW = 2 * LINE + BETWEEN;

  private static final float BOX = 8;
  private static final float WITNESS_TOP = 104;
  private static final float FOOT = 34;

  private final Sheets sheets;
  private final Typesetter typesetter;

  /**
   * Labels of one person's fields.
   *
   * @param first of the first line: names, street, city, state, ZIP
   * @param title where one is asked for
   * @param ticks what can be ticked
   */
  record Row(
      List<String> first,
      String email,
      Optional<String> title,
      List<String> ticks,
      String signature) {

    Row {
      first = List.copyOf(first);
      ticks = List.copyOf(ticks);
    }
  }

  SheetPage(Sheets sheets, Typesetter typesetter) {
    this.sheets = sheets;
    this.typesetter = typesetter;
  }

  void begin(String kind) {
    sheets.begin("Sect");
    sheets.moveTo(TOP + 4);
    text("P", kind, KIND, LEFT, RIGHT);
  }

  void title(String title, float free) {
    text("H1", title, TITLE, LEFT, RIGHT - free);
    sheets.skip(3);
  }

  void beside(String text, float free) {
    text("P", text, READ, LEFT, RIGHT - free);
  }

  /** Goes on below what stands on either side. */
  void below(float height) {
    sheets.moveTo(Math.min(sheets.y() - 8, height));
  }

  /**
   * As many as leave the room that is needed; none where not all do.
   *
   * @param needed below them
   */
  void demands(String heading, List<String> demands, float needed) {
    List<String> numbered =
        IntStream.range(0, demands.size()).mapToObj(i -> (i + 1) + ". " + demands.get(i)).toList();
    float height = HEADING.leading() + 6;
    for (String demand : numbered) {
      height += lines(demand, DEMAND, RIGHT - LEFT).size() * DEMAND.leading();
    }
    if (sheets.y() - height - needed < WITNESS_TOP) {
      return;
    }
    text("H2", heading, HEADING, LEFT, RIGHT);
    numbered.forEach(demand -> text("P", demand, DEMAND, LEFT, RIGHT));
    sheets.skip(6);
  }

  void consents(List<String> texts) {
    sheets.rule(LEFT, RIGHT, sheets.y(), THICK, 0);
    sheets.skip(2);
    texts.forEach(
        text -> {
          text("P", text, CONSENT, LEFT, RIGHT);
          sheets.skip(2);
        });
  }

  float height(List<String> consents) {
    float height = 3 * HINT.leading() + 8;
    for (String text : consents) {
      height += lines(text, CONSENT, RIGHT - LEFT).size() * CONSENT.leading() + 2;
    }
    return height;
  }

  void hint(String text) {
    text("P", text, HINT, LEFT, RIGHT);
  }

  // Rows

  /** Whether there is room for one more. */
  boolean fitsRow() {
    return sheets.y() - ROW >= WITNESS_TOP + 6;
  }

  void row(int number, Row row) {
    sheets.skip(BETWEEN);
    float top = sheets.y();
    sheets.begin("Div");
    label(Integer.toString(number), CONSENT, LEFT + 2, top - 12);
    for (int i = 0; i < row.first().size(); i++) {
      label(row.first().get(i), LABEL, PARTS[i] + 3, top - 8);
    }
    float second = top - LINE;
    label(row.email(), LABEL, SECOND[0] + 3, second - 8);
    row.title().ifPresent(choice -> choice(choice, second));
    for (int i = 0; i < row.ticks().size(); i++) {
      tick(row.ticks().get(i), SECOND[2] + 5, second - 11 - i * 12);
    }
    label(row.signature(), LABEL, SECOND[3] + 3, second - 8);
    sheets.end();
    lines(top, row.title().isPresent());
    sheets.moveTo(top - 2 * LINE);
  }

  /** The word, and below it the titles to be circled. */
  private void choice(String title, float top) {
    int words = title.indexOf('\n');
    label(title.substring(0, words), LABEL, SECOND[1] + 3, top - 8);
    label(title.substring(words + 1), TICK, SECOND[1] + 3, top - 20);
  }

  private void tick(String text, float left, float baseline) {
    label(text, TICK, left + BOX + 4, baseline);
    float bottom = baseline - 1;
    sheets.rule(left, left + BOX, bottom, THIN, 0);
    sheets.rule(left, left + BOX, bottom + BOX, THIN, 0);
    upright(left, bottom + BOX, bottom);
    upright(left + BOX, bottom + BOX, bottom);
  }

  private void lines(float top, boolean titled) {
    sheets.rule(LEFT, RIGHT, top, THICK, 0);
    sheets.rule(PARTS[0], RIGHT, top - LINE, THIN, 0);
    sheets.rule(LEFT, RIGHT, top - 2 * LINE, THICK, 0);
    upright(LEFT, top, top - 2 * LINE);
    for (float part : PARTS) {
      upright(part, top, top - LINE);
    }
    for (int i = 0; i < SECOND.length; i++) {
      if (i != 1 || titled) {
        upright(SECOND[i], top - LINE, top - 2 * LINE);
      }
    }
  }

  /** A short line as thick as it is to be high. */
  private void upright(float at, float top, float bottom) {
    sheets.rule(at - THIN / 2, at + THIN / 2, (top + bottom) / 2, top - bottom, 0);
  }

  // The foot

  void witness(String sentence, List<String> fields, String foot) {
    sheets.begin("P");
    placed(sentence, HINT, LEFT, WITNESS_TOP - 14);
    sheets.end();
    float width = (RIGHT - LEFT) / fields.size();
    for (int i = 0; i < fields.size(); i++) {
      float left = LEFT + i * width;
      sheets.rule(left, left + width - 10, WITNESS_TOP - 40, THIN, 0);
      label(fields.get(i), LABEL, left, WITNESS_TOP - 49);
    }
    label(foot, HINT, LEFT, FOOT);
  }

  void end() {
    sheets.end();
  }

  private void label(String text, Style style, float x, float baseline) {
    sheets.begin("P");
    placed(text, style, x, baseline);
    sheets.end();
  }

  private void placed(String text, Style style, float x, float baseline) {
    sheets.place(typesetter.line(typesetter.drawable(text), style.bold()), style, x, baseline);
  }

  private void text(String role, String text, Style style, float left, float right) {
    sheets.begin(role);
    sheets.lines(lines(text, style, right - left), style, left, right);
    sheets.end();
  }

  private List<Line> lines(String text, Style style, float width) {
    return typesetter.lines(typesetter.drawable(text), style.bold(), style.ems(width));
  }
}
