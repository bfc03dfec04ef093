package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.book.SampleBooks.DEADLINE;
import static org.joinvoices.delivery.book.SampleBooks.EARLY;
import static org.joinvoices.delivery.book.SampleBooks.counted;
import static org.joinvoices.delivery.book.SampleBooks.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.joinvoices.action.Demand;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.BookEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookFilesTest {

  private final Path dir;

  BookFilesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void numbersAgreeWithTheEntries() {
    var manifest = write(SampleBooks.frozen(), mixed(), dir);

    assertThat(manifest.signatures()).isEqualTo(46);
    assertThat(manifest.shown()).isEqualTo(3);
    assertThat(manifest.countedOnly()).isEqualTo(43);
    assertThat(manifest.ownWords()).isEqualTo(2);
    assertThat(manifest.byPlace())
        .containsExactly(new Cell("Ohio", 24), new Cell("Other places, merged", 22));
    assertThat(manifest.byWeek())
        .containsExactly(
            new Cell("January 11, 2021 to January 17, 2021", 26),
            new Cell("January 18, 2021 to January 24, 2021", 20));
    assertThat(csv()).hasSize(1 + 46);
  }

  @Test
  void saysHowManyAreOnPaperAndByWhichRuleTheyCount() {
    var without = write(SampleBooks.frozen(), mixed(), dir);
    assertThat(without.onPaper()).isZero();
    assertThat(without.countingRules()).isEqualTo(1);
    assertThat(pdf()).doesNotContain("witness");

    var entries = new ArrayList<>(mixed());
    entries.add(SampleBooks.onPaper("OH"));
    entries.add(SampleBooks.onPaper("OH"));
    var with = write(SampleBooks.frozen(), entries, dir);

    assertThat(with.signatures()).isEqualTo(48);
    assertThat(with.onPaper()).isEqualTo(2);
    assertThat(with.countingRules()).isEqualTo(2);
    assertThat(pdf())
        .contains("Of these on paper, on the word of a witness: 2")
        .contains("counts on the word of the witness who saw the sheet signed");
  }

  @Test
  void manifestNamesTheHashOfEachFile() throws IOException {
    var manifest = write(SampleBooks.frozen(), mixed(), dir);

    assertThat(manifest.files()).extracting("name").containsExactly(BookFiles.PDF, BookFiles.CSV);
    for (var file : manifest.files()) {
      assertThat(Sha256.hex(Files.readAllBytes(dir.resolve(file.name())))).isEqualTo(file.sha256());
    }
    assertThat(Manifest.parse(Files.readString(dir.resolve(BookFiles.MANIFEST))))
        .isEqualTo(manifest);
  }

  @Test
  void printsTheLetterWordForWord() {
    write(SampleBooks.frozen(), mixed(), dir);

    for (Demand demand : SampleBooks.DEMANDS) {
      assertThat(pdf()).contains(flat(demand.text()));
    }
    assertThat(pdf()).contains("President Sample").doesNotContain("Nobody Any More");
  }

  @Test
  void showsNamesAndWordsOnlyAsAllowed() {
    write(SampleBooks.frozen(), mixed(), dir);

    assertThat(pdf()).contains("Ángela Sample", "B. S.", "43 who asked to be counted");
    assertThat(pdf()).contains("Let them in.", "A signer who asked not to be shown");
    assertThat(csv())
        .startsWith("number,shown_as,own_words", "1,Ángela Sample,", "2,B. S.,Let them in.");
    assertThat(csv()).endsWith("45,,", "46,,Sample words.");
    assertThat(String.join("", csv())).doesNotContain("OH", "Ohio", "2021");
  }

  @Test
  void sameEntriesMakeTheSameFilesInWhateverOrder() throws IOException {
    var first = write(SampleBooks.frozen(), mixed(), dir.resolve("first"));
    var second = write(SampleBooks.frozen(), mixed().reversed(), dir.resolve("second"));

    assertThat(second).isEqualTo(first);
    assertThat(dir.resolve("second").resolve(BookFiles.PDF))
        .hasSameBinaryContentAs(dir.resolve("first").resolve(BookFiles.PDF));
  }

  @Test
  void aLaterCopyKeepsTheNumbersAndForgetsWhoWithdrew() {
    var frozen = write(SampleBooks.frozen(), mixed(), dir);
    var left = mixed().stream().filter(entry -> !entry.shownAs().startsWith("Á")).toList();

    var copy = write(SampleBooks.again(frozen), left, dir);

    assertThat(copy.signatures()).isEqualTo(46);
    assertThat(copy.endedSince()).isEqualTo(1);
    assertThat(copy.shown() + copy.countedOnly() + copy.endedSince()).isEqualTo(46);
    assertThat(copy.byPlace()).isEqualTo(frozen.byPlace());
    assertThat(pdf()).doesNotContain("Ángela").contains("1 ended their signature");
    assertThat(write(SampleBooks.again(frozen), mixed(), dir)).isEqualTo(frozen);
  }

  @Test
  void saysWhatItCannotDrawInsteadOfDrawingBoxes() {
    var manifest =
        write(
            SampleBooks.frozen(),
            List.of(
                entry("Βασίλης Шевченко", "OH", EARLY, "ok"), entry("Mün😀", "OH", EARLY, "😀 ok")),
            dir);

    assertThat(pdf())
        .contains("Βασίλης Шевченко", "and 1 in signs that this book’s typefaces lack")
        .contains("names them, at number 1.", "[…] ok", "at number 1 of signatures.csv");
    assertThat(csv()).contains("1,Mün😀,😀 ok");
    assertThat(manifest.notDrawn())
        .containsExactlyInAnyOrder(
            new Manifest.NotDrawn(1, "shown_as"), new Manifest.NotDrawn(1, "own_words"));
  }

  @Test
  void leavesOutOnceWhatItCannotDrawAndKeepsTheWordsAround() {
    var words = "Peace ❤️🕊️ 😀 to all.\n\n🕊️";
    write(SampleBooks.frozen(), List.of(entry("A. S.", "OH", EARLY, words)), dir);

    assertThat(pdf()).contains("Peace […] to all. […] — A. S.; in full at number 1");
  }

  @Test
  void speaksOfOneSignerAndOfNoneAsPeopleDo() {
    write(SampleBooks.frozen(), List.of(entry("ßeta Sample", "OH", EARLY, "")), dir);
    assertThat(pdf()).contains("1 person signed; 1 of them is listed", "ß ßeta Sample");

    write(SampleBooks.frozen(), List.of(), dir);
    assertThat(pdf())
        .contains("0 people signed.", "Nobody in this book asked to be shown")
        .doesNotContain("By state or country");
  }

  @Test
  void keepsLongNamesAndWordsOnThePage() throws IOException {
    var name = "Maximiliana ".repeat(14).strip();
    write(
        SampleBooks.frozen(), List.of(entry(name, "OH", EARLY, "A" + "h".repeat(2000) + "!")), dir);

    assertThat(pdf().replace(" ", "")).contains("h".repeat(2000) + "!");
    assertThat(widest()).isLessThan(8.5f * 72);
  }

  @Test
  void tellsReadersItsTitleItsLanguageAndItsChapters() throws IOException {
    write(SampleBooks.frozen(), mixed(), dir);

    try (var document = Loader.loadPDF(dir.resolve(BookFiles.PDF).toFile())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).startsWith("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getDocumentOutline().children()).hasSize(6);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Join Voices with Asylum Seekers: petition");
    }
  }

  @Test
  void marksAProvisionalBookAndASupplement() {
    write(SampleBooks.provisional(), mixed(), dir);
    assertThat(pdf()).contains("Provisional, not frozen.", "provisional, not frozen");
    assertThat(pdf()).contains("Nobody Any More").contains("Vice President Sample");

    write(SampleBooks.supplement(), List.of(), dir);
    assertThat(pdf()).contains("within 48 hours after").doesNotContain("rovisional");
  }

  @Test
  void printsEveryWordingThatWasJoined() {
    var entries = new ArrayList<>(counted(12, "OH", EARLY));
    entries.add(entry(2, "", "OH", EARLY, ""));

    var manifest =
        write(SampleBooks.frozen(SampleBooks.letter(2), SampleBooks.letter(1)), entries, dir);

    assertThat(pdf()).contains("Another sample opening.", "A cordial greeting");
    assertThat(manifest.letters()).extracting("version").containsExactly(2, 1);
    assertThat(manifest.byLetterVersion()).containsExactly(new Cell("merged", 13));
  }

  private Manifest write(Edition edition, List<BookEntry> entries, Path to) {
    return SampleBooks.write(edition, entries, to);
  }

  private static List<BookEntry> mixed() {
    var late = DEADLINE.minus(Duration.ofHours(30));
    var entries = new ArrayList<>(counted(20, "OH", late));
    entries.addAll(counted(4, "OH", EARLY));
    entries.addAll(counted(18, "NY", EARLY));
    entries.add(entry("", "", EARLY, "Sample words."));
    entries.add(entry("Ángela Sample", "WY", EARLY, ""));
    entries.add(entry("B. S.", "WY", EARLY, "Let them in."));
    entries.add(entry("Zoë Sample", "", EARLY, ""));
    return entries;
  }

  /** The text of the PDF, its lines joined. */
  private String pdf() {
    try (var document = Loader.loadPDF(dir.resolve(BookFiles.PDF).toFile())) {
      return flat(new PDFTextStripper().getText(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far to the right text goes, in points. */
  private float widest() throws IOException {
    var ends = new ArrayList<Float>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            ends.add(text.getXDirAdj() + text.getWidthDirAdj());
          }
        };
    try (var document = Loader.loadPDF(dir.resolve(BookFiles.PDF).toFile())) {
      reader.getText(document);
    }
    return Collections.max(ends);
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\u00A0]+", " ").strip();
  }

  private List<String> csv() {
    try {
      return Files.readString(dir.resolve(BookFiles.CSV), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
