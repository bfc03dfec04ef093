package org.joinvoices.delivery.book;

import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/** Sets own words, one below the other. */
final class WordsPrint {

  private static final Style WORDS = Style.regular(11.5f, 1.45f);
  private static final Style BY = Style.regular(10, 1.45f).gray(0.2f);
  private static final float INDENT = 14;

  private final Typesetter typesetter;
  private final Sheets sheets;
  private final float margin;

  WordsPrint(Typesetter typesetter, Sheets sheets, float margin) {
    this.typesetter = typesetter;
    this.sheets = sheets;
    this.margin = margin;
  }

  void write(Print.Words words) {
    sheets.need(3 * WORDS.leading());
    sheets.begin("BlockQuote");
    for (String paragraph : words.paragraphs()) {
      paragraph(paragraph, WORDS);
      sheets.skip(4);
    }
    sheets.end();
    paragraph("— " + words.by(), BY);
    sheets.skip(WORDS.leading());
  }

  private void paragraph(String text, Style style) {
    float left = margin + INDENT;
    float right = Sheets.WIDTH - margin;
    sheets.begin("P");
    sheets.lines(typesetter.lines(text, false, style.ems(right - left)), style, left, right);
    sheets.end();
  }
}
