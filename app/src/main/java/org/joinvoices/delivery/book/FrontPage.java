package org.joinvoices.delivery.book;

import java.util.ArrayList;
import java.util.List;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/** The looks of the front volume: each method sets one part of it, with its structure. */
final class FrontPage {

  /** Left and right. */
  static final float MARGIN = 79;

  private static final float RIGHT = Sheets.WIDTH - MARGIN;
  private static final float FULL = RIGHT - MARGIN;

  private static final Style BODY = Style.regular(11.5f, 1.45f);
  private static final Style LETTER = Style.regular(12.5f, 1.5f);
  private static final Style SMALL = Style.regular(8, 1.35f).gray(0.27f);
  private static final Style LABEL = Style.regular(9, 1.45f).gray(0.27f);
  private static final Style KIND = Style.regular(11, 1.45f);
  private static final Style TITLE = Style.bold(30, 1.15f);
  private static final Style PERSON = Style.regular(14, 1.3f);
  private static final Style OFFICE = Style.regular(11, 1.3f).gray(0.2f);
  private static final Style COUNT = Style.bold(46, 1.2f);
  private static final Style COUNTED = Style.regular(13, 1.45f);
  private static final Style FACT = Style.regular(10, 1.45f).gray(0.13f);
  private static final Style NOTICE = Style.regular(10.5f, 1.45f);
  private static final Style NOTICE_HEAD = Style.bold(10.5f, 1.45f);
  private static final Style SECTION = Style.bold(17, 1.2f);
  private static final Style HEADING = Style.bold(12, 1.2f);
  private static final Style CELL = Style.regular(10.5f, 1.5f);
  private static final Style CELL_HEAD = Style.bold(10.5f, 1.5f);
  private static final Style NAMES = Style.regular(10.5f, 1.5f);
  private static final Style INITIAL = Style.bold(12, 1.3f);

  private static final float LIST_INDENT = 22;
  private static final float NAMES_INDENT = 20;
  private static final String BETWEEN = " · ";

  private final Sheets sheets;
  private final Typesetter typesetter;

  FrontPage(Sheets sheets, Typesetter typesetter) {
    this.sheets = sheets;
    this.typesetter = typesetter;
  }

  // Cover

  void cover() {
    sheets.page();
    sheets.begin("Sect");
    sheets.bookmark("Cover");
    sheets.skip(18);
  }

  void notice(String head, String text) {
    sheets.rule(MARGIN, RIGHT, sheets.y(), 1.5f, 0);
    sheets.skip(6);
    text("P", head, NOTICE_HEAD, MARGIN);
    text("P", text, NOTICE, MARGIN);
    sheets.skip(6);
    sheets.rule(MARGIN, RIGHT, sheets.y(), 1.5f, 0);
    sheets.skip(24);
  }

  void kind(String kind) {
    text("P", kind, KIND, MARGIN);
    sheets.skip(12);
  }

  void title(String title) {
    text("H1", title, TITLE, MARGIN);
    sheets.skip(14);
  }

  void label(String label) {
    sheets.skip(14);
    text("P", label, LABEL, MARGIN);
  }

  void person(String name, String office) {
    text("P", name, PERSON, MARGIN);
    text("P", office, OFFICE, MARGIN);
    sheets.skip(7);
  }

  void count(String number, String what) {
    sheets.need(COUNT.leading() + COUNTED.leading());
    sheets.skip(20);
    text("P", number, COUNT, MARGIN);
    text("P", what, COUNTED, MARGIN);
  }

  void facts(List<String> facts) {
    sheets.need((facts.size() + 2) * FACT.leading());
    sheets.skip(24);
    sheets.rule(MARGIN, RIGHT, sheets.y(), 0.75f, 0);
    sheets.skip(8);
    facts.forEach(fact -> text("P", fact, FACT, MARGIN));
  }

  // Sections

  void section(String title) {
    sheets.page();
    sheets.begin("Sect");
    sheets.bookmark(title);
    text("H2", title, SECTION, MARGIN);
    sheets.skip(4);
    sheets.rule(MARGIN, RIGHT, sheets.y(), 0.75f, 0);
    sheets.skip(14);
  }

  void end() {
    sheets.end();
  }

  void heading(String heading) {
    sheets.need(90);
    sheets.skip(14);
    text("H3", heading, HEADING, MARGIN);
    sheets.skip(5);
  }

  void paragraph(String text) {
    text("P", text, BODY, MARGIN);
    sheets.skip(8);
  }

  void small(String text) {
    sheets.need(4 * SMALL.leading());
    sheets.skip(18);
    text("P", text, SMALL, MARGIN);
  }

  void letter(
      String language,
      String salutation,
      List<String> opening,
      List<String> demands,
      List<String> closing) {
    sheets.begin("Div");
    sheets.language(language);
    letterParagraph(salutation);
    opening.forEach(this::letterParagraph);
    list(demands, LETTER);
    closing.forEach(this::letterParagraph);
    sheets.end();
  }

  private void letterParagraph(String text) {
    text("P", text, LETTER, MARGIN);
    sheets.skip(10);
  }

  void list(List<String> items) {
    list(items, BODY);
  }

  private void list(List<String> items, Style style) {
    sheets.begin("L");
    sheets.attribute("List", "ListNumbering", "Decimal");
    for (int i = 0; i < items.size(); i++) {
      sheets.need(2 * style.leading());
      float top = sheets.y();
      sheets.begin("LI");
      text("Lbl", (i + 1) + ".", style, MARGIN);
      sheets.moveTo(top);
      text("LBody", items.get(i), style, MARGIN + LIST_INDENT);
      sheets.end();
      sheets.skip(6);
    }
    sheets.end();
  }

  // Tables

  /**
   * The last of two columns stands to the right, for numbers; more columns are as wide as each
   * other.
   */
  void table(List<String> head, List<List<String>> rows) {
    sheets.begin("Table");
    row("TH", head, CELL_HEAD, 0.75f);
    rows.forEach(cells -> row("TD", cells, CELL, 0.3f));
    sheets.end();
    sheets.skip(10);
  }

  private void row(String role, List<String> cells, Style style, float rule) {
    sheets.need(style.leading() + 4);
    float baseline = sheets.y() - style.leading();
    float width = FULL / cells.size();
    sheets.begin("TR");
    for (int i = 0; i < cells.size(); i++) {
      sheets.begin(role);
      if (role.equals("TH")) {
        sheets.attribute("Table", "Scope", "Column");
      }
      boolean toTheRight = cells.size() == 2 && i == 1;
      float room = cells.size() == 2 ? FULL - 90 : width - 6;
      Line text = fitting(cells.get(i), style, room);
      float left = toTheRight ? RIGHT - text.width(style.size()) : MARGIN + i * width;
      sheets.place(text, style, left, baseline + 1.5f);
      sheets.end();
    }
    sheets.end();
    sheets.moveTo(baseline - 3);
    sheets.rule(MARGIN, RIGHT, sheets.y(), rule, rule < 0.5f ? 0.7f : 0);
  }

  private Line fitting(String text, Style style, float room) {
    Line line = typesetter.line(text, style.bold());
    for (int end = text.length(); line.width(style.size()) > room && end > 1; ) {
      end = text.offsetByCodePoints(end, -1);
      line = typesetter.line(text.substring(0, end) + "…", style.bold());
    }
    return line;
  }

  // Names and words

  /**
   * Those with one initial, one after the other; a name goes on in the next line only if it must.
   */
  void names(String initial, List<String> names) {
    sheets.need(2 * NAMES.leading());
    sheets.begin("P");
    Line letter = typesetter.line(initial + " ", true);
    sheets.place(letter, INITIAL, MARGIN, sheets.y() - NAMES.leading());
    var between = typesetter.line(BETWEEN, false);
    float left = MARGIN + NAMES_INDENT;
    float x = left;
    sheets.skip(NAMES.leading());
    for (int i = 0; i < names.size(); i++) {
      boolean last = i == names.size() - 1;
      for (Line line : pieces(names.get(i))) {
        float width = line.width(NAMES.size()) + between.width(NAMES.size());
        if (x > left && x + width > RIGHT) {
          sheets.need(NAMES.leading());
          sheets.skip(NAMES.leading());
          x = left;
        }
        sheets.place(line, NAMES, x, sheets.y());
        x += line.width(NAMES.size());
      }
      if (!last) {
        sheets.place(between, NAMES, x, sheets.y());
        x += between.width(NAMES.size());
      }
    }
    sheets.end();
    sheets.skip(7);
  }

  private List<Line> pieces(String name) {
    float room = NAMES.ems(RIGHT - MARGIN - NAMES_INDENT - 10);
    Line whole = typesetter.line(name, false);
    return whole.width() <= room
        ? List.of(whole)
        : new ArrayList<>(typesetter.lines(name, false, room));
  }

  void words(Print.Words words) {
    new WordsPrint(typesetter, sheets, MARGIN).write(words);
  }

  private void text(String role, String text, Style style, float left) {
    sheets.begin(role);
    sheets.lines(typesetter.lines(text, style.bold(), style.ems(RIGHT - left)), style, left, RIGHT);
    sheets.end();
  }
}
