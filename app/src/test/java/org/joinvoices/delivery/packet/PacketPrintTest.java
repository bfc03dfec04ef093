package org.joinvoices.delivery.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.packet.SamplePackets.head;
import static org.joinvoices.delivery.packet.SamplePackets.letter;
import static org.joinvoices.delivery.packet.SamplePackets.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on a desk in a congressional mail room. */
class PacketPrintTest {

  private static final PacketPrint PRINT = new PacketPrint();

  @Test
  void saysOnTheCoverWhoseLettersTheseAreAndHowToAnswerAllAtOnce() {
    String cover = page(part(head(210), 1, letters(28, 200)), 1);

    assertThat(cover)
        .contains("The Honorable Marcia L. Fudge", "U.S. Representative for Ohio, district 11")
        .contains("Washington, DC 20515", "Join Voices with Asylum Seekers")
        .contains("210 letters, in 2 parts; this is part 1")
        .contains("confirmed it from their own mailbox, and agreed that it be delivered")
        .contains("To answer everyone at once Write to office@sample.example or call 202-555-0142")
        .contains("OH-11/3, made January 12, 2021, printed January 13, 2021")
        .contains("Letters 1 to 200 of 210");
  }

  @Test
  void countsByTownWithSmallCellsMergedAndByText() {
    String summary = page(part(head(210), 1, letters(28, 200)), 2);

    assertThat(summary)
        .contains("With words of their own, each printed in full 28")
        .contains("With the same text, printed once in each part 172")
        .contains("Cleveland, OH 172", "Euclid, OH 28", "All 200");
    assertThat(page(part(head(12), 1, letters(2, 12)), 2))
        .contains("Other places, merged 12")
        .doesNotContain("Euclid");
  }

  @Test
  void printsOwnWordsFirstEachLetterOnPagesOfItsOwn() {
    var long2 = letter(2, "Mr. Sample Long", "Sample words that go on and on. ".repeat(200));
    var all = List.of(letter(1, "Ms. Sample One", "Short sample words."), long2);
    byte[] pdf = part(head(2), 1, all);

    assertThat(page(pdf, 3))
        .contains("Ms. Sample One", "1 Samplestreet", "Cleveland, OH 44103")
        .contains("person1@mail.example", "216-555-0142", "January 10, 2021")
        .contains("Short sample words.", "The letter that Ms. Sample One joined".toUpperCase())
        .contains("Please act, Representative", "Letter 1 of 2, page 1 of 1")
        .doesNotContain("Sample Long", "Asks for a reply");
    assertThat(page(pdf, 4)).contains("Letter 2 of 2, page 1 of 3");
    assertThat(page(pdf, 6)).contains("Letter 2 of 2, page 3 of 3", "Asks for a reply.");
  }

  @Test
  void printsATextThatManySentOnceWithEveryoneWhoSentIt() {
    String text = text(part(head(60), 1, letters(2, 60)));

    assertThat(text)
        .contains("58 letters with the same text")
        .contains("Letters 3 to 60 of 60, page 1 of")
        .contains("60 Ms. Sample-Amira Testperson 60 1 Samplestreet")
        .contains("person60@mail.example");
    assertThat(text.split("Please tell me what you will do", -1)).hasSize(1 + 2 + 1);
  }

  @Test
  void leavesOutWhoIsTakenOutAndNamesTheNumbers() {
    var left = new ArrayList<>(letters(2, 60));
    left.removeIf(letter -> letter.place() == 2 || letter.place() >= 59);

    String text = text(part(head(60), 1, left));
    assertThat(text)
        .contains("without 2, 59 to 60, taken out since")
        .contains("3 letters were taken out")
        .contains("Letter 1 of 60")
        .doesNotContain("Letter 2 of 60", "person59@", "person2@");
    assertThat(text(sheet(head(60), left)))
        .contains("Number of letters 57", "Their numbers 1, 3 to 58", "Taken out 2, 59 to 60");
  }

  @Test
  void splitsAPacketSoThatEachPartCanBeStapled() {
    var head = head(450);

    assertThat(head.papers().stream().map(PacketPaper::file))
        .containsExactly(
            "join-voices-with-asylum-seekers-OH-11-3-part-1.pdf",
            "join-voices-with-asylum-seekers-OH-11-3-part-2.pdf",
            "join-voices-with-asylum-seekers-OH-11-3-part-3.pdf",
            "join-voices-with-asylum-seekers-OH-11-3-labels.pdf",
            "join-voices-with-asylum-seekers-OH-11-3-delivery-sheet.pdf");
    String third = text(part(head, 3, letters(0, 450).subList(400, 450)));
    assertThat(third)
        .contains("this is part 3", "Letters 401 to 450 of 450, page 1 of")
        .doesNotContain("Constituents by town");
  }

  @Test
  void putsThirtyLabelsOnASheetWhereTheStickersAre() throws IOException {
    try (var document = Loader.loadPDF(PRINT.labels(head(200 * 16)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2); // 16 of the office, 16 of the sender
      List<TextPosition> firsts = positions(document, "T", "he Honorable");
      assertThat(firsts).hasSize(16);
      for (int i = 0; i < 16; i++) {
        double left = 72 * (0.1875 + (i % 3) * 2.75);
        double top = 72 * (0.5 + i / 3);
        assertThat((double) firsts.get(i).getXDirAdj()).isBetween(left + 4, left + 20);
        assertThat((double) firsts.get(i).getYDirAdj()).isBetween(top + 4, top + 40);
      }
    }
    assertThat(text(PRINT.labels(head(210))))
        .contains("Constituent letters, OH-11/3, part 2 of 2")
        .contains("1 Sample Street Sampletown, OH 44113");
  }

  @Test
  void givesTheSheetToSignNumbersAndNoNames() {
    String sheet = text(sheet(head(60), letters(2, 60)));

    assertThat(sheet)
        .contains("Number of letters 60", "Their numbers 1 to 60")
        .contains("Received by", "Signature", "Office stamp", "Delivered by")
        .doesNotContain("Testperson", "mail.example", "Samplestreet", "Taken out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mx. O'Brien-Núñez y López",
        "Sukarno",
        "Ms. Nguyễn Thị Ánh",
        "Dr. A & B <b>\"Sample\"</b> &amp; ]]>",
        "Mr. Łukasz Żółć",
        "Ms. 李小龍",
        "Dr. 김철수",
        "Ms. Βασίλης Шевченко"
      })
  void printsEveryNameItCanAsItIs(String name) {
    for (String words : List.of("", "Sample words <i>&amp;</i>.")) {
      var all = List.of(letter(1, name, words));
      assertThat(text(part(head(1), 1, all))).contains(name);
      assertThat(text(sheet(head(1), all))).doesNotContain("not drawn");
    }
  }

  @Test
  void listsWhatItCannotDrawAndNeverDrawsBoxes() {
    var all =
        List.of(
            letter(1, "Ms. 𓀀𓀁", "Peace 🕊️ to all."),
            letter(2, "Mr. Sample Two", "Plain."),
            letter(3, "Mx. Sample \u0007Bell", ""));

    assertThat(text(sheet(head(3), all)))
        .contains("not drawn in the print", "letter 1 name; letter 1 own words; letter 3 name.")
        .doesNotContain("letter 2");
    assertThat(text(part(head(3), 1, all)))
        .contains("Ms. […]", "Peace […] to all.")
        .doesNotContain("\uFFFD", "𓀀");
  }

  @Test
  void keepsTheLongestNamesWordsAndOddAddressesOnThePage() throws IOException {
    var all =
        List.of(
            letter(1, "N".repeat(500), "A" + "h".repeat(9_998) + "!"),
            letter(2, "Maximiliana ".repeat(42).strip(), "Sample line.\n".repeat(770)),
            letter(3, "Mr. Sample Abroad", "1a", "Cleveland", "+49 30 901820", ""),
            letter(4, "M".repeat(500), "W".repeat(200), "Y".repeat(100), "", ""));
    byte[] pdf = part(head(4), 1, all);

    assertThat(widest(pdf)).isLessThan(8.5f * 72 - 0.8f * 72);
    String text = text(pdf).replace(" ", "");
    assertThat(text).contains("+4930901820", "1a", "Letter2of4,page");
    assertThat(text.chars().filter(letter -> letter == 'h').count()).isGreaterThan(9_998);
  }

  @Test
  void tellsReadersItsTitleItsLanguageAndItsStructure() throws IOException {
    for (byte[] pdf :
        List.of(
            part(head(60), 1, letters(2, 60)),
            PRINT.labels(head(60)),
            sheet(head(60), letters(2, 60)))) {
      try (var document = Loader.loadPDF(pdf)) {
        var catalog = document.getDocumentCatalog();
        assertThat(catalog.getLanguage()).startsWith("en");
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(document.getDocumentInformation().getTitle()).contains("packet OH-11/3");
        for (var page : document.getPages()) {
          assertThat(page.getMediaBox().getWidth()).isEqualTo(8.5f * 72);
          assertThat(page.getMediaBox().getHeight()).isEqualTo(11f * 72);
        }
      }
    }
  }

  @Test
  void theSameLettersMakeTheSameBytes() {
    assertThat(part(head(60), 1, letters(2, 60))).isEqualTo(part(head(60), 1, letters(2, 60)));
  }

  private static byte[] part(PacketHead head, int part, List<PacketLetter> letters) {
    var whole = PRINT.summary();
    letters.forEach(whole::add);
    byte[] pdf = PRINT.part(head, part, letters, part == 1 ? Optional.of(whole) : Optional.empty());
    return kept("part-" + head.letters() + "-" + part, pdf);
  }

  private static byte[] sheet(PacketHead head, List<PacketLetter> letters) {
    var whole = PRINT.summary();
    letters.forEach(whole::add);
    return kept("sheet-" + head.letters(), PRINT.sheet(head, whole));
  }

  /** For a look with one's own eyes: {@code -Djoinvoices.packets=DIR}. */
  private static byte[] kept(String name, byte[] pdf) {
    String dir = System.getProperty("joinvoices.packets");
    if (dir != null) {
      try {
        Files.write(Path.of(dir, name + ".pdf"), pdf);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pdf;
  }

  private static String text(byte[] pdf) {
    return read(pdf, new PDFTextStripper());
  }

  private static String page(byte[] pdf, int page) {
    var reader = new PDFTextStripper();
    reader.setStartPage(page);
    reader.setEndPage(page);
    return read(pdf, reader);
  }

  private static String read(byte[] pdf, PDFTextStripper reader) {
    try (var document = Loader.loadPDF(pdf)) {
      return reader.getText(document).replaceAll("\\s+", " ").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far to the right text goes, in points. */
  private static float widest(byte[] pdf) throws IOException {
    var ends = new ArrayList<Float>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            ends.add(text.getXDirAdj() + text.getWidthDirAdj());
          }
        };
    try (var document = Loader.loadPDF(pdf)) {
      reader.getText(document);
    }
    return Collections.max(ends);
  }

  /** Where each run of text begins that starts so. */
  private static List<TextPosition> positions(PDDocument document, String first, String rest)
      throws IOException {
    var found = new ArrayList<TextPosition>();
    var all = new ArrayList<TextPosition>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition text) {
        all.add(text);
      }
    }.getText(document);
    for (int i = 0; i + rest.length() < all.size(); i++) {
      var run = new StringBuilder();
      all.subList(i, i + 1 + rest.length()).forEach(text -> run.append(text.getUnicode()));
      if (run.toString().equals(first + rest)) {
        found.add(all.get(i));
      }
    }
    return found;
  }
}
