package org.joinvoices.delivery.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/**
 * The looks of a packet's papers: each method sets one part of them, with its structure. Black on
 * white, on one side of US Letter; room for punched holes on the left. What cannot be drawn is
 * marked.
 */
final class PacketPage {

  static final float LEFT = 94;
  static final float RIGHT = Sheets.WIDTH - 65;

  static final Style BODY = black(Style.regular(11, 1.4f));
  static final Style STRONG = black(Style.bold(12.5f, 1.35f));
  static final Style SMALL = black(Style.regular(9, 1.35f));

  private static final Style KIND = black(Style.regular(9.5f, 1.3f));
  private static final Style ADDRESSEE = black(Style.bold(15, 1.3f));
  private static final Style ADDRESS = black(Style.regular(12.5f, 1.35f));
  private static final Style TITLE = black(Style.bold(20, 1.2f));
  private static final Style COUNT = black(Style.bold(34, 1.1f));
  private static final Style COUNTED = black(Style.regular(13, 1.3f));
  private static final Style HEADING = black(Style.bold(15, 1.2f));
  private static final Style SUBHEADING = black(Style.bold(11, 1.3f));
  private static final Style OWN = black(Style.regular(11.5f, 1.45f));
  private static final Style LABEL = black(Style.regular(8.5f, 1.4f));
  private static final Style STATEMENT = black(Style.regular(10, 1.38f));
  private static final Style CELL = black(Style.regular(10.5f, 1.3f));
  private static final Style CELL_HEAD = black(Style.bold(10.5f, 1.3f));
  private static final Style SIGNER = black(Style.regular(9.5f, 1.28f));
  private static final Style SIGNER_NUMBER = black(Style.bold(9.5f, 1.28f));
  private static final Style SIGNER_HEAD = black(Style.bold(8.5f, 1.3f));
  private static final Style FOOT = black(Style.regular(8.5f, 1.3f));

  private static final float THICK = 0.9f;
  private static final float THIN = 0.35f;
  private static final float FACTS = 105;
  private static final float BETWEEN = 8;
  private static final float FOOT_AT = 46;

  /** Where the columns of the list begin, and where the last one ends. */
  private static final float[] COLUMNS = {
    LEFT, LEFT + 38, LEFT + 160, LEFT + 274, LEFT + 386, RIGHT + BETWEEN
  };

  private final Sheets sheets;
  private final Typesetter typesetter;
  private final String packet;
  private int from;

  /**
   * @param packet stands at the foot of every page
   */
  PacketPage(Sheets sheets, Typesetter typesetter, String packet) {
    this.sheets = sheets;
    this.typesetter = typesetter;
    this.packet = packet;
  }

  private static Style black(Style style) {
    return style.gray(0);
  }

  // Sections

  /** Begins on a page of its own. */
  void section(String bookmark) {
    from = sheets.pages();
    sheets.page();
    sheets.begin("Sect");
    sheets.bookmark(bookmark);
  }

  /**
   * Ends the section and numbers its pages.
   *
   * @param name such as Letter 14 of 210
   */
  void end(String name) {
    sheets.end();
    int pages = sheets.pages() - from;
    for (int page = 0; page < pages; page++) {
      String foot = "%s, page %d of %d".formatted(name, page + 1, pages);
      sheets.placeArtifact(from + page, line(foot, FOOT), FOOT, LEFT, FOOT_AT);
      Line right = line(packet, FOOT);
      sheets.placeArtifact(from + page, right, FOOT, RIGHT - right.width(FOOT.size()), FOOT_AT);
    }
  }

  // Text

  void kind(String kind) {
    text("P", kind, KIND);
    sheets.skip(5);
    rule(THICK);
    sheets.skip(26);
  }

  void addressee(String name, List<String> address) {
    text("P", name, ADDRESSEE);
    text("P", String.join("\n", address), ADDRESS);
    sheets.skip(28);
  }

  void title(String title) {
    text("H1", title, TITLE);
    sheets.skip(18);
  }

  /** A number to be seen from far, and what it counts. */
  void count(String number, String what) {
    sheets.skip(COUNT.leading());
    sheets.begin("P");
    Line big = line(number, COUNT);
    sheets.place(big, COUNT, LEFT, sheets.y());
    sheets.place(line(" " + what, COUNTED), COUNTED, LEFT + big.width(COUNT.size()), sheets.y());
    sheets.end();
    sheets.skip(10);
  }

  void heading(String heading) {
    sheets.need(HEADING.leading() + 3 * BODY.leading());
    text("H2", heading, HEADING);
    sheets.skip(9);
  }

  void subheading(String heading) {
    sheets.need(SUBHEADING.leading() + 4 * BODY.leading());
    sheets.skip(8);
    text("H3", heading, SUBHEADING);
    sheets.skip(3);
  }

  void paragraph(String text) {
    text("P", text, BODY);
    sheets.skip(7);
  }

  void strong(String text) {
    sheets.need(STRONG.leading() + 2 * BODY.leading());
    text("P", text, STRONG);
  }

  void small(String text) {
    text("P", text, SMALL);
    sheets.skip(6);
  }

  /** Lines below each other, such as an address. */
  void block(List<String> lines, float after) {
    text("P", String.join("\n", lines), BODY);
    sheets.skip(after);
  }

  void ownWords(String words) {
    paragraphs(words, OWN, 7);
    sheets.skip(6);
  }

  /** The text that all who joined agreed to. */
  void statement(String label, String statement) {
    sheets.need(LABEL.leading() + 3 * STATEMENT.leading());
    rule(THIN + 0.2f);
    sheets.skip(6);
    if (!label.isEmpty()) {
      text("P", label, LABEL);
      sheets.skip(3);
    }
    paragraphs(statement, STATEMENT, 5.5f);
  }

  /** Stays in one piece, at the end of a letter. */
  void close(List<String> lines) {
    sheets.need((lines.size() + 1) * BODY.leading());
    sheets.skip(8);
    text("P", String.join("\n", lines), BODY);
  }

  private void paragraphs(String text, Style style, float between) {
    for (String paragraph : text.strip().split("\\n\\s*\\n")) {
      text("P", paragraph, style);
      sheets.skip(between);
    }
  }

  private void text(String role, String text, Style style) {
    sheets.begin(role);
    sheets.lines(lines(text, style, RIGHT - LEFT), style, LEFT, RIGHT);
    sheets.end();
  }

  // Tables

  /** What there is to know, a line each: of every two texts the first says what the second is. */
  void facts(List<List<String>> facts) {
    sheets.skip(8);
    rule(THICK);
    sheets.begin("Table");
    for (List<String> fact : facts) {
      row(
          List.of(
              new Cell("TH", fact.getFirst(), CELL, LEFT, LEFT + FACTS - BETWEEN),
              new Cell("TD", fact.getLast(), CELL, LEFT + FACTS, RIGHT)),
          5);
      rule(THIN);
    }
    sheets.end();
    sheets.skip(10);
  }

  /** Two columns, the second for numbers. */
  void counts(String what, String number, List<List<String>> rows, List<String> sum) {
    float right = LEFT + (RIGHT - LEFT) * 0.75f;
    sheets.begin("Table");
    counted("TH", List.of(what, number), CELL_HEAD, right);
    rule(LEFT, right, THICK);
    for (List<String> row : rows) {
      counted("TD", row, CELL, right);
      rule(LEFT, right, THIN);
    }
    rule(LEFT, right, THICK);
    counted("TD", sum, CELL_HEAD, right);
    sheets.end();
    sheets.skip(14);
  }

  private void counted(String role, List<String> row, Style style, float right) {
    float width = line(row.getLast(), style).width(style.size());
    row(
        List.of(
            new Cell(role, row.getFirst(), style, LEFT, right - 70),
            new Cell(role, row.getLast(), style, right - width, right + 1)),
        3);
  }

  /**
   * Who sent one text: each row a letter's number, name, address, how to reach the sender, and when
   * it was signed. The head stands on every page.
   */
  void signers(List<String> head, List<List<String>> rows) {
    sheets.skip(10);
    sheets.begin("Table");
    row(cells("TH", head, SIGNER_HEAD), 2);
    rule(THICK);
    for (List<String> texts : rows) {
      List<Cell> cells = cells("TD", texts, SIGNER);
      if (sheets.room() < height(cells) + 8) {
        sheets.page();
        again(head);
      }
      row(cells, 4);
      rule(THIN);
    }
    sheets.end();
  }

  /** For the eye; who hears the table knows its columns. */
  private void again(List<String> head) {
    float baseline = sheets.y() - SIGNER_HEAD.leading() + 2;
    for (int i = 0; i < head.size(); i++) {
      sheets.placeArtifact(
          sheets.pages() - 1, line(head.get(i), SIGNER_HEAD), SIGNER_HEAD, COLUMNS[i], baseline);
    }
    sheets.skip(SIGNER_HEAD.leading() + 3);
    rule(THICK);
  }

  private static List<Cell> cells(String role, List<String> texts, Style style) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i ->
                new Cell(
                    role,
                    texts.get(i),
                    i == 0 && style == SIGNER ? SIGNER_NUMBER : style,
                    COLUMNS[i],
                    COLUMNS[i + 1] - BETWEEN))
        .toList();
  }

  private record Cell(String role, String text, Style style, float left, float right) {

    @Override
    public String toString() {
      return "Cell[hidden]";
    }
  }

  private void row(List<Cell> cells, float padding) {
    List<List<Line>> lines = new ArrayList<>();
    cells.forEach(cell -> lines.add(lines(cell.text(), cell.style(), cell.right() - cell.left())));
    float height = height(cells);
    sheets.need(height + 2 * padding);
    sheets.skip(padding);
    float top = sheets.y();
    sheets.begin("TR");
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      sheets.begin(cell.role());
      if (cell.role().equals("TH")) {
        sheets.attribute("Table", "Scope", cells.size() == 2 && i == 0 ? "Row" : "Column");
      }
      sheets.moveTo(top);
      sheets.lines(lines.get(i), cell.style(), cell.left(), cell.right());
      sheets.end();
    }
    sheets.end();
    sheets.moveTo(top - height - padding);
  }

  private float height(List<Cell> cells) {
    float height = 0;
    for (Cell cell : cells) {
      int lines = lines(cell.text(), cell.style(), cell.right() - cell.left()).size();
      height = Math.max(height, lines * cell.style().leading());
    }
    return height;
  }

  // To write on

  /** Names with a line behind each to write on; between them and the right margin a box. */
  void form(List<String> fields, String box) {
    float line = 25;
    float right = box.isEmpty() ? RIGHT : RIGHT - 165;
    sheets.need(fields.size() * line);
    float top = sheets.y();
    for (String field : fields) {
      sheets.skip(line);
      sheets.begin("P");
      sheets.place(line(field, CELL), CELL, LEFT, sheets.y() + 4);
      sheets.end();
      rule(LEFT + 75, right, THIN + 0.2f);
    }
    if (!box.isEmpty()) {
      box(RIGHT - 150, top - 6, sheets.y());
      sheets.begin("P");
      sheets.place(line(box, SMALL), SMALL, RIGHT - 144, top - 18);
      sheets.end();
    }
    sheets.skip(12);
  }

  private void box(float left, float top, float bottom) {
    float thin = THIN + 0.2f;
    sheets.rule(left, RIGHT, top, thin, 0);
    sheets.rule(left, RIGHT, bottom, thin, 0);
    // upright lines: short ones as thick as the box is high
    sheets.rule(left, left + thin, (top + bottom) / 2, top - bottom, 0);
    sheets.rule(RIGHT - thin, RIGHT, (top + bottom) / 2, top - bottom, 0);
  }

  private void rule(float thickness) {
    rule(LEFT, RIGHT, thickness);
  }

  private void rule(float left, float right, float thickness) {
    sheets.rule(left, right, sheets.y(), thickness, 0);
  }

  private Line line(String text, Style style) {
    return typesetter.line(typesetter.drawable(text), style.bold());
  }

  private List<Line> lines(String text, Style style, float width) {
    return typesetter.lines(typesetter.drawable(text), style.bold(), style.ems(width));
  }
}
