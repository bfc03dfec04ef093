package org.joinvoices.delivery.book;

import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.print.Head;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;

/**
 * What stands above and below every page of a book, and what its files say of themselves.
 *
 * @param title of the letter, as it can be drawn
 * @param organization as it can be drawn
 */
record Headings(Edition edition, String title, String organization) {

  static final String NOT_FROZEN = "provisional, not frozen";

  private static final Style SMALL = Style.regular(8.5f, 1.3f).gray(0.27f);

  static Headings of(Edition edition, Typesetter typesetter) {
    var action = edition.action();
    return new Headings(
        edition,
        typesetter.drawable(action.letter().in(action.defaultLanguage()).title()),
        typesetter.drawable(action.organization().name()));
  }

  String kind() {
    return isSupplement() ? "Petition, supplement" : "Petition";
  }

  boolean isSupplement() {
    return edition.part() == BookPart.SUPPLEMENT;
  }

  Head head(String what, String subject) {
    return new Head(title + ": " + what, organization, subject, "en", edition.madeAt());
  }

  /**
   * Numbers all pages, once they are all there.
   *
   * @param from first page with a foot, from 0
   * @param margin left and right
   * @param more beside the title
   */
  void number(Sheets sheets, Typesetter typesetter, int from, float margin, String more) {
    String left =
        title
            + (isSupplement() ? ": supplement" : "")
            + (more.isEmpty() ? "" : " — " + more)
            + (edition.frozen() ? "" : " — " + NOT_FROZEN);
    var foot = typesetter.lines(left, false, SMALL.ems(Sheets.WIDTH - 2 * margin - 60)).getFirst();
    for (int page = from; page < sheets.pages(); page++) {
      sheets.placeArtifact(page, foot, SMALL, margin, Sheets.MARGIN / 2);
      var number = typesetter.line((page + 1) + " / " + sheets.pages(), false);
      float x = Sheets.WIDTH - margin - number.width(SMALL.size());
      sheets.placeArtifact(page, number, SMALL, x, Sheets.MARGIN / 2);
    }
  }
}
