package org.joinvoices.delivery.handout;

import java.io.ByteArrayOutputStream;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterText;
import org.joinvoices.delivery.print.Head;
import org.joinvoices.delivery.print.Line;
import org.joinvoices.delivery.print.QrCode;
import org.joinvoices.delivery.print.Sheets;
import org.joinvoices.delivery.print.Style;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/**
 * A poster as tagged PDF: one page of US Letter with the letter's title, the first sentence of its
 * introduction, a large QR code and the address in plain text, and the deadline. The same letter
 * makes the same bytes.
 */
public final class Poster {

  private static final Texts TEXTS = Texts.beside(Poster.class);

  private static final float LEFT = 54;
  private static final float RIGHT = Sheets.WIDTH - LEFT;
  private static final float TOP = Sheets.HEIGHT - 60;

  private static final float QR_SIZE = 252;
  private static final float QR_TOP = 392;

  /** Where the text beside the code begins; codes need four modules of white around them. */
  private static final float BESIDE = LEFT + QR_SIZE + 30;

  /** Below the code, two lines above the margin. */
  private static final float FOOT = 104;

  private static final Style KICKER = Style.regular(14, 1.4f);
  private static final Style READ = Style.regular(14, 1.35f);
  private static final Style ADDRESS = Style.bold(14, 1.3f);
  private static final Style DEADLINE = Style.bold(15, 1.35f);
  private static final Style SMALL = Style.regular(11, 1.35f);

  private static final float SMALLEST_TITLE = 22;
  private static final float SMALLEST_SENTENCE = 11;
  private static final float TITLE_ROOM = 216;

  private final Typesetter typesetter = new Typesetter();

  /**
   * @param address of the letter's page
   */
  public byte[] print(Action action, String language, String address) {
    Words words = TEXTS.in(language);
    LetterText letter = action.letter().in(language);
    try (Sheets sheets = Sheets.tagged(head(action, letter, words))) {
      sheets.page();
      sheets.moveTo(TOP);
      text(sheets, "P", words.get("poster.kicker"), KICKER, LEFT);
      text(sheets, "H1", letter.title(), title(letter.title()), LEFT);
      sheets.skip(10);
      sentence(sheets, sentence(letter.introduction(), language));
      new QrCode(address).draw(sheets, LEFT, QR_TOP, QR_SIZE);
      sheets.moveTo(QR_TOP);
      text(sheets, "P", words.get("poster.scan"), READ, BESIDE);
      sheets.skip(8);
      text(sheets, "P", address, ADDRESS, BESIDE);
      sheets.skip(8);
      text(sheets, "P", words.get("poster.account"), READ, BESIDE);
      sheets.skip(14);
      text(sheets, "P", deadline(action, words), DEADLINE, BESIDE);
      foot(sheets, words.get("poster.from", String.join(", ", action.authors())));
      var bytes = new ByteArrayOutputStream();
      sheets.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Nothing in a poster comes from a clock. */
  private static Head head(Action action, LetterText letter, Words words) {
    return new Head(
        words.get("poster.title", letter.title()),
        action.organization().name(),
        letter.title(),
        words.language(),
        action.opens());
  }

  private static String deadline(Action action, Words words) {
    return words.get("poster.deadline", words.formats().moment(action.deadline()));
  }

  /** As large as there is room for. */
  private Style title(String title) {
    Style style = Style.bold(46, 1.12f);
    while (height(title, style, LEFT) > TITLE_ROOM && style.size() > SMALLEST_TITLE) {
      style = Style.bold(style.size() - 2, 1.12f);
    }
    return style;
  }

  /** Smaller where it is long; left out where it would run into the code. */
  private void sentence(Sheets sheets, String sentence) {
    float room = sheets.y() - QR_TOP - 16;
    Style style = Style.regular(18, 1.35f);
    while (height(sentence, style, LEFT) > room && style.size() > SMALLEST_SENTENCE) {
      style = Style.regular(style.size() - 1, 1.35f);
    }
    if (height(sentence, style, LEFT) <= room) {
      text(sheets, "P", sentence, style, LEFT);
    }
  }

  /** As many lines as there is room for; the page on the web has all of it. */
  private void foot(Sheets sheets, String text) {
    sheets.moveTo(Math.min(sheets.y(), FOOT));
    List<Line> lines = lines(text, SMALL, LEFT);
    int room = Math.max((int) (sheets.room() / SMALL.leading()), 0);
    sheets.begin("P");
    sheets.lines(lines.subList(0, Math.min(lines.size(), room)), SMALL, LEFT, RIGHT);
    sheets.end();
  }

  private static String sentence(String introduction, String language) {
    var sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    sentences.setText(introduction);
    return introduction.substring(0, sentences.next()).strip();
  }

  private float height(String text, Style style, float left) {
    return lines(text, style, left).size() * style.leading();
  }

  private void text(Sheets sheets, String role, String text, Style style, float left) {
    sheets.begin(role);
    sheets.lines(lines(text, style, left), style, left, RIGHT);
    sheets.end();
  }

  private List<Line> lines(String text, Style style, float left) {
    return typesetter.lines(typesetter.drawable(text), style.bold(), style.ems(RIGHT - left));
  }
}
