package org.joinvoices.delivery.book;

import java.io.OutputStream;
import java.util.List;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/** One volume of own words, for those the front volume has no room for. Plain. */
final class WordsVolume {

  private static final float MARGIN = 79;
  private static final Style HEADING = Style.bold(17, 1.3f);

  private final Headings headings;
  private final Typesetter typesetter;
  private final Print print;
  private final int number;
  private final List<Signer> signers;

  WordsVolume(
      Headings headings, Typesetter typesetter, Print print, int number, List<Signer> signers) {
    this.headings = headings;
    this.typesetter = typesetter;
    this.print = print;
    this.number = number;
    this.signers = signers;
  }

  void write(OutputStream out) {
    String head = "in their own words, volume " + number;
    try (Sheets sheets = Sheets.plain(headings.head(head, head))) {
      sheets.page();
      var title = typesetter.line("In their own words, volume " + number, true);
      sheets.lines(List.of(title), HEADING, MARGIN, Sheets.WIDTH - MARGIN);
      sheets.skip(HEADING.leading());
      var words = new WordsPrint(typesetter, sheets, MARGIN);
      for (Signer signer : signers) {
        words.write(print.words(signer));
      }
      headings.number(sheets, typesetter, 0, MARGIN, head);
      sheets.save(out);
    }
  }
}
