package org.joinvoices.delivery.sheet;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.Demand;
import org.joinvoices.action.LetterText;
import org.joinvoices.delivery.print.Head;
import org.joinvoices.delivery.print.QrCode;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Consent;
import org.joinvoices.signing.ConsentWording;
import org.joinvoices.signing.SheetForm;
import org.joinvoices.signing.SignForm;

/**
 * Makes a sign-up sheet as tagged PDF: one page of US Letter with what is joined, the words of
 * consent exactly as on the web, rows to fill in, and a line for the witness. The same letter makes
 * the same bytes.
 */
public final class SheetPrint {

  private static final Texts TEXTS = Texts.beside(SheetPrint.class);

  /** Fewer rows than this make no sheet; then the demands are left to the page on the web. */
  private static final int FEWEST_ROWS = 5;

  private static final float QR_SIZE = 84;

  private final Typesetter typesetter = new Typesetter();

  /**
   * @param address where the letter can be read in full
   */
  public byte[] print(Action action, SheetForm form, String address) {
    Words words = TEXTS.in(form.language());
    LetterText letter = action.letter().in(form.language());
    var head =
        new Head(
            words.get("sheet.title", letter.title()),
            action.organization().name(),
            form.code(),
            words.language(),
            made(action));
    try (Sheets sheets = Sheets.tagged(head)) {
      var page = new SheetPage(sheets, typesetter);
      sheets.page();
      page.begin(words.get("sheet.kind"));
      new QrCode(address).draw(sheets, SheetPage.RIGHT - QR_SIZE, SheetPage.TOP, QR_SIZE);
      page.title(letter.title(), QR_SIZE + 18);
      page.beside(words.get("sheet.read", address), QR_SIZE + 18);
      page.below(SheetPage.TOP - QR_SIZE - 10);
      demands(page, words, letter, action, form);
      consents(page, words, action, form);
      SheetPage.Row row = row(words, action);
      for (int number = 1; page.fitsRow(); number++) {
        page.row(number, row);
      }
      page.witness(
          words.get("sheet.witness"),
          List.of(
              words.get("sheet.witness.name"),
              words.get("sheet.witness.signature"),
              words.get("sheet.witness.date"),
              words.get("sheet.witness.place")),
          words.get("sheet.foot", form.code(), action.organization().name()));
      page.end();
      var bytes = new ByteArrayOutputStream();
      sheets.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Nothing in a sheet comes from a clock. */
  private static Instant made(Action action) {
    return action.opens();
  }

  private static void demands(
      SheetPage page, Words words, LetterText letter, Action action, SheetForm form) {
    List<String> demands = letter.demands().stream().map(Demand::text).toList();
    float rows = SheetPage.ROW * FEWEST_ROWS + page.height(consentTexts(words, action, form));
    page.demands(words.get("sheet.demands"), demands, rows);
  }

  private static List<String> consentTexts(Words words, Action action, SheetForm form) {
    ConsentWording wording = ConsentWording.in(form.language());
    String letter = words.get("sheet.tick.letter") + ". " + wording.shown(Consent.LETTER, action);
    return action.writesToCongress()
        ? List.of(
            letter, words.get("sheet.tick.deliver") + ". " + wording.shown(Consent.DELIVER, action))
        : List.of(letter);
  }

  private static void consents(SheetPage page, Words words, Action action, SheetForm form) {
    page.consents(consentTexts(words, action, form));
    if (action.writesToCongress()) {
      page.hint(words.get("sheet.deliver.needs"));
    }
    page.hint(words.get("sheet.data"));
  }

  private static SheetPage.Row row(Words words, Action action) {
    return new SheetPage.Row(
        List.of(
            words.get("sheet.given_name"),
            words.get("sheet.family_name"),
            words.get("sheet.street"),
            words.get("sheet.city"),
            words.get("sheet.state"),
            words.get("sheet.zip")),
        words.get("sheet.email"),
        action.writesToCongress()
            ? Optional.of(words.get("sheet.prefix", String.join("  ", SignForm.PREFIXES)))
            : Optional.empty(),
        action.writesToCongress()
            ? List.of(words.get("sheet.tick.letter"), words.get("sheet.tick.deliver"))
            : List.of(words.get("sheet.tick.letter")),
        words.get("sheet.signature"));
  }
}
