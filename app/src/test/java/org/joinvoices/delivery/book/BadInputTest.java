package org.joinvoices.delivery.book;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.book.SampleBooks.EARLY;
import static org.joinvoices.delivery.book.SampleBooks.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.joinvoices.signing.BookEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what becomes of it in a book. */
class BadInputTest {

  static final List<String> NAMES =
      List.of(
          "O'Brien-Núñez y López",
          "李小龍",
          "山田 太郎",
          "김지우",
          "Prince",
          "Βασίλης Παπαδόπουλος",
          "Ольга Шевченко",
          "Nguyễn Thị Minh Khai",
          "محمد عبد الله",
          "מִרְיָם כהן",
          "क्षत्रिय हिन्दी",
          "Efọ́n Adé̩ Ọ̀ṣun",
          "<script>&\"x\"'</script>",
          "Anna (محمد) Sample");

  private final Path dir;

  BadInputTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void namesInAllScriptsCanBeReadBackFromASmallBook() throws IOException {
    var manifest = write(entries(0));

    assertThat(manifest.notDrawn()).isEmpty();
    assertThat(read(BookFiles.PDF)).containsAll(words());
  }

  @Test
  void andFromTheVolumesOfALargeOne() throws IOException {
    var manifest = write(entries(Volumes.IN_FRONT));

    assertThat(manifest.notDrawn()).isEmpty();
    assertThat(read("names-001.pdf")).containsAll(words());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Volumes.IN_FRONT})
  void aNameOfFiveHundredCharactersStandsThereInFull(int others) throws IOException {
    String name = "Samplename ".repeat(45).strip() + "x".repeat(6);
    var entries = new ArrayList<>(entries(others));
    entries.add(entry(name, "OH", EARLY, ""));
    write(entries);

    assertThat(name).hasSize(500);
    String file = others == 0 ? BookFiles.PDF : "names-001.pdf";
    assertThat(plain(file).replaceAll("\\s+", "")).contains(name.replace(" ", ""));
    assertThat(Files.readString(dir.resolve(BookFiles.CSV))).contains(name);
    assertThat(ends(file)).isLessThan(612 - 40);
  }

  @Test
  void ownWordsOfTenThousandCharactersWithoutASpaceStayOnThePage() throws IOException {
    write(List.of(entry("Ana Sample", "OH", EARLY, "w".repeat(10_000))));

    assertThat(plain(BookFiles.PDF).chars().filter(letter -> letter == 'w').count())
        .isGreaterThanOrEqualTo(10_000);
    assertThat(ends(BookFiles.PDF)).isLessThan(612 - 70);
  }

  @Test
  void ownWordsOfOnlySpacesAreNone() throws IOException {
    var manifest = write(List.of(entry("Ana Sample", "OH", EARLY, " \n \t ")));

    assertThat(manifest.ownWords()).isZero();
    assertThat(plain(BookFiles.PDF)).doesNotContain("In their own words");
    assertThat(Files.readString(dir.resolve(BookFiles.CSV))).contains("1,Ana Sample,\r\n");
  }

  @Test
  void emojiAreListedAndNotDrawnInVolumesToo() throws IOException {
    var entries = new ArrayList<>(entries(Volumes.IN_FRONT));
    entries.add(entry("Aaa 😀", "OH", EARLY, ""));
    var manifest = write(entries);

    assertThat(manifest.notDrawn())
        .extracting(Manifest.NotDrawn::field)
        .containsExactly(Print.SHOWN_AS);
    assertThat(plain("names-001.pdf")).contains("[in signatures.csv]");
    assertThat(plain(BookFiles.PDF)).contains("1 of them in signs that this book’s typefaces lack");
  }

  private Manifest write(List<BookEntry> entries) {
    return SampleBooks.write(SampleBooks.frozen(), entries, dir);
  }

  private static List<BookEntry> entries(int others) {
    var entries = new ArrayList<BookEntry>();
    NAMES.forEach(name -> entries.add(entry(name, "OH", EARLY, "")));
    for (int i = 0; i < others; i++) {
      entries.add(entry("Sample Person " + i, "OH", EARLY, ""));
    }
    return entries;
  }

  private static Set<String> words() {
    var words = new HashSet<String>();
    NAMES.forEach(name -> words.addAll(List.of(name.split("[ ()]+"))));
    return words;
  }

  /** The words as a screen reader has them: by ActualText where there is one. */
  private Set<String> read(String file) throws IOException {
    var words = new HashSet<String>();
    try (var document = Loader.loadPDF(dir.resolve(file).toFile())) {
      for (PDPage page : document.getPages()) {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        extractor.getMarkedContents().forEach(content -> collect(content, words));
      }
      words.addAll(List.of(new PDFTextStripper().getText(document).split("\\s+")));
    }
    return words;
  }

  private static void collect(PDMarkedContent content, Set<String> words) {
    String actual = content.getActualText();
    if (actual != null) {
      words.addAll(List.of(actual.split("[ ()]+")));
      return;
    }
    for (Object part : content.getContents()) {
      if (part instanceof PDMarkedContent inner) {
        collect(inner, words);
      }
    }
    words.addAll(
        List.of(
            content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(text -> ((TextPosition) text).getUnicode())
                .collect(joining())
                .split("[ ()]+")));
  }

  private String plain(String file) throws IOException {
    try (var document = Loader.loadPDF(dir.resolve(file).toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  /** How far to the right text goes, in points. */
  private float ends(String file) throws IOException {
    float[] most = {0};
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            most[0] = Math.max(most[0], text.getXDirAdj() + text.getWidthDirAdj());
          }
        };
    try (var document = Loader.loadPDF(dir.resolve(file).toFile())) {
      reader.getText(document);
    }
    return most[0];
  }
}
