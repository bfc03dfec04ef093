package org.joinvoices.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {

  private static final Style STYLE = Style.regular(40, 1.5f);

  private final Typesetter typesetter = new Typesetter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien-Núñez y López",
        "Łukasz Żółć",
        "Nguyễn Thị Minh Khai",
        "Efọ́n Adé̩ Ọ̀ṣun",
        "Βασίλης Παπαδόπουλος",
        "Шевченко Ёлка Ђорђевић",
        "מִרְיָם כהן",
        "محمد عبد الله پژوهش گچ",
        "क्षत्रिय हिन्दी श्री",
        "李小龍",
        "习近平 龙",
        "山田 たろう タロウ",
        "김지우",
        "<b>&amp;\"x\"</b>",
        "“Quoted” — and more… 50 €"
      })
  void drawsTheScriptsOfTheWorld(String text) {
    assertThat(typesetter.draws(text)).isTrue();
    assertThat(typesetter.drawable(text)).doesNotContain("[…]");
    assertThat(shown(typesetter.line(text, false))).doesNotContain("<0000>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u0149",
        "😀",
        "Zoë 😀",
        "\u200b\u202e",
        "👩‍👧",
        "x\u0007",
        "\ud800",
        "❤️"
      })
  void knowsWhatItCannotDraw(String text) {
    assertThat(typesetter.draws(text)).isFalse();
  }

  /** Bold letters are chosen by what the regular font has. */
  @Test
  void bothFontsOfLatinLettersHaveTheSame() {
    for (int point = 0; point < 0x10000; point++) {
      assertThat(Face.BOLD.glyph(point) == 0)
          .as("U+%04X", point)
          .isEqualTo(Face.REGULAR.glyph(point) == 0);
    }
  }

  @Test
  void leavesOutSignsThatWouldTurnTheLettersAround() {
    assertThat(typesetter.drawable("Ana\u202eelpmaS\u200b")).isEqualTo("AnaelpmaS");
  }

  /** Joined letters leave no gap between them; kept apart by a sign for that, they do. */
  @Test
  void joinsArabicLetters() throws IOException {
    assertThat(blots("ببب")).isEqualTo(1);
    assertThat(blots("ب\u200cب\u200cب")).isEqualTo(3);
    assertThat(typesetter.line("ببب", false).width())
        .isLessThan(3 * typesetter.line("ب", false).width() * 0.8f);
  }

  /** Left to right on the page, so the last letter comes first. */
  @Test
  void turnsHebrewAround() {
    String shown = shown(typesetter.line("אב", false));
    assertThat(shown.indexOf(hex(Face.HEBREW, 'ב')))
        .isBetween(0, shown.indexOf(hex(Face.HEBREW, 'א')));
  }

  @Test
  void ordersAndJoinsDevanagari() {
    float joined = typesetter.line("क्ष", false).width();
    assertThat(joined)
        .isLessThan(
            (typesetter.line("क", false).width() + typesetter.line("ष", false).width()) * 0.9f);
    String shown = shown(typesetter.line("कि", false));
    assertThat(shown.indexOf(hex(Face.DEVANAGARI, 'क')))
        .isGreaterThan(shown.lastIndexOf("BDC\n[<") + 10);
  }

  @Test
  void carriesTheTextAlongWithWhatItShapes() {
    assertThat(shown(typesetter.line("كم", false))).contains("/ActualText <FEFF06430645>");
  }

  @Test
  void breaksLinesBetweenWordsAndLongWordsWithin() {
    float ten = 10 * typesetter.line("x", false).width();
    assertThat(typesetter.lines("xxxx xxxx xxxx", false, ten)).hasSize(2);
    assertThat(typesetter.lines("x".repeat(95), false, ten)).hasSize(10);
    assertThat(typesetter.lines("x".repeat(95), false, ten))
        .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(ten));
    assertThat(typesetter.lines("xx\nxx", false, ten)).hasSize(2);
  }

  @Test
  void putsLinesThatAreReadSoToTheRight() {
    assertThat(typesetter.line("محمد", false).rightToLeft()).isTrue();
    assertThat(typesetter.line("Ana محمد", false).rightToLeft()).isFalse();
    assertThat(typesetter.line("Ana", false).rightToLeft()).isFalse();
  }

  private static String shown(Line line) {
    var out = new StringBuilder();
    line.runs().forEach(run -> run.show(out, 10));
    return out.toString();
  }

  private static String hex(Face face, int point) {
    return "<%04x>".formatted(face.glyph(point));
  }

  /** How many pieces of ink stand beside each other. */
  private int blots(String text) throws IOException {
    BufferedImage image = drawn(text);
    int blots = 0;
    boolean within = false;
    for (int x = 0; x < image.getWidth(); x++) {
      boolean ink = hasInk(image, x);
      blots += ink && !within ? 1 : 0;
      within = ink;
    }
    return blots;
  }

  private static boolean hasInk(BufferedImage image, int x) {
    for (int y = 0; y < image.getHeight(); y++) {
      if ((image.getRGB(x, y) & 0xFF) < 0x80) {
        return true;
      }
    }
    return false;
  }

  private BufferedImage drawn(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var head = new Head("sample", "sample", "sample", "en", Instant.EPOCH);
    try (Sheets sheets = Sheets.plain(head)) {
      sheets.page();
      sheets.lines(List.of(typesetter.line(text, false)), STYLE, 72, 500);
      sheets.save(bytes);
    }
    try (var document = Loader.loadPDF(bytes.toByteArray())) {
      return new PDFRenderer(document).renderImage(0, 2);
    }
  }
}
