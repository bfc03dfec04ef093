package org.joinvoices.delivery.handout;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.joinvoices.delivery.PrintedPage;
import org.joinvoices.delivery.PrintedPage.Part;
import org.joinvoices.delivery.print.Head;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/**
 * Sets a page as tagged PDF, US Letter: smaller where there is much to say, so that one page will
 * do; what does not fit at the smallest size goes on over the page. The same page makes the same
 * bytes.
 */
public final class OnePage {

  private static final float LEFT = 60;
  private static final float RIGHT = Sheets.WIDTH - LEFT;
  private static final float TOP = Sheets.HEIGHT - 54;

  /** Where numbered things begin to the right of their number. */
  private static final float INDENT = 20;

  private static final float LARGEST = 1;

  /** Text of 7.7 points, about that of footnotes. */
  private static final float SMALLEST = 0.7f;

  private static final float STEP = 0.05f;

  private final Typesetter typesetter = new Typesetter();

  /**
   * How one kind of part looks.
   *
   * @param role in the structure of the document
   * @param above room before it, in points
   */
  private record Look(String role, Style style, float above) {}

  public byte[] print(PrintedPage page) {
    float scale = LARGEST;
    while (height(page, scale) > TOP - Sheets.MARGIN && scale > SMALLEST) {
      scale -= STEP;
    }
    var head = new Head(page.title(), page.author(), page.title(), page.language(), page.made());
    try (Sheets sheets = Sheets.tagged(head)) {
      sheets.page();
      sheets.moveTo(TOP);
      for (Part part : page.parts()) {
        write(sheets, part, scale);
      }
      var bytes = new ByteArrayOutputStream();
      sheets.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void write(Sheets sheets, Part part, float scale) {
    Look look = look(part, scale);
    sheets.skip(look.above());
    switch (part) {
      case Part.Entry entry -> write(sheets, entry, look, scale);
      case Part.Kicker(var text) -> write(sheets, text, look, LEFT);
      case Part.Title(var text) -> write(sheets, text, look, LEFT);
      case Part.Heading(var text) -> {
        sheets.need(3 * look.style().leading());
        write(sheets, text, look, LEFT);
      }
      case Part.Text(var text) -> write(sheets, text, look, LEFT);
      case Part.Note(var text) -> write(sheets, text, look, LEFT);
    }
  }

  private void write(Sheets sheets, Part.Entry entry, Look look, float scale) {
    write(sheets, numbered(entry), look, LEFT);
    for (String line : entry.under()) {
      write(sheets, line, under(scale), LEFT + INDENT);
    }
  }

  private void write(Sheets sheets, String text, Look look, float left) {
    sheets.begin(look.role());
    sheets.lines(lines(text, look, left), look.style(), left, RIGHT);
    sheets.end();
  }

  private float height(PrintedPage page, float scale) {
    float all = 0;
    for (Part part : page.parts()) {
      Look look = look(part, scale);
      all += look.above();
      switch (part) {
        case Part.Entry entry -> {
          all += height(numbered(entry), look, LEFT);
          for (String line : entry.under()) {
            all += height(line, under(scale), LEFT + INDENT);
          }
        }
        case Part.Kicker(var text) -> all += height(text, look, LEFT);
        case Part.Title(var text) -> all += height(text, look, LEFT);
        case Part.Heading(var text) -> all += height(text, look, LEFT);
        case Part.Text(var text) -> all += height(text, look, LEFT);
        case Part.Note(var text) -> all += height(text, look, LEFT);
      }
    }
    return all;
  }

  private static String numbered(Part.Entry entry) {
    return entry.number().isEmpty() ? entry.text() : entry.number() + ". " + entry.text();
  }

  private float height(String text, Look look, float left) {
    return lines(text, look, left).size() * look.style().leading();
  }

  private List<Line> lines(String text, Look look, float left) {
    Style style = look.style();
    return typesetter.lines(typesetter.drawable(text), style.bold(), style.ems(RIGHT - left));
  }

  private static Look look(Part part, float scale) {
    return switch (part) {
      case Part.Kicker _ -> new Look("P", Style.bold(11 * scale, 1.4f).gray(0.3f), 0);
      case Part.Title _ -> new Look("H1", Style.bold(20 * scale, 1.2f), 2);
      case Part.Heading _ -> new Look("H2", Style.bold(13 * scale, 1.3f), 11 * scale);
      case Part.Text _ -> new Look("P", Style.regular(11 * scale, 1.35f), 3 * scale);
      case Part.Entry _ -> new Look("P", Style.regular(11 * scale, 1.3f), 6 * scale);
      case Part.Note _ -> new Look("P", Style.regular(9 * scale, 1.35f).gray(0.3f), 10 * scale);
    };
  }

  private static Look under(float scale) {
    return new Look("P", Style.bold(11 * scale, 1.3f), 0);
  }
}
