package org.joinvoices.delivery.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.delivery.book.SampleBooks.EARLY;
import static org.joinvoices.delivery.book.SampleBooks.counted;
import static org.joinvoices.delivery.book.SampleBooks.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.BookEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBookTest {

  private final Path dir;

  LargeBookTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aThousandNamesStandInTheFrontVolumeAndMoreInVolumesOfTenThousand() throws IOException {
    assertThat(files(write(people(Volumes.IN_FRONT))))
        .containsExactly("petition-book.pdf", "signatures.csv");
    assertThat(text("petition-book.pdf")).contains("Person 00999");

    var manifest = write(people(Volume.NAMES + 1));
    assertThat(files(manifest))
        .containsExactly("petition-book.pdf", "signatures.csv", "names-001.pdf", "names-002.pdf");
    assertThat(text("petition-book.pdf"))
        .contains("The 10,001 who are shown are listed in 2 volumes", "names-002.pdf")
        .doesNotContain("Person 00500");
    assertThat(text("names-001.pdf"))
        .contains("Signatures, volume 1 of 2", "Person 00000 … Person 09999")
        .contains("10,000 Person 09999", "signatures 1 to 10,000");
    assertThat(text("names-002.pdf")).contains("10,001 Person 10000", "1 / 1");
    for (var file : manifest.files()) {
      byte[] bytes = Files.readAllBytes(dir.resolve(file.name()));
      assertThat(Sha256.hex(bytes)).isEqualTo(file.sha256());
      assertThat((long) bytes.length).isEqualTo(file.bytes());
    }
  }

  @Test
  void aSmallerBookLeavesNoOldVolumesBehind() {
    write(people(Volume.NAMES + 1));
    write(people(Volumes.IN_FRONT + 1));
    assertThat(dir.resolve("names-001.pdf")).exists();
    assertThat(dir.resolve("names-002.pdf")).doesNotExist();

    write(people(3));
    assertThat(dir.resolve("names-001.pdf")).doesNotExist();
  }

  @Test
  void ownWordsGoToVolumesWhereTheFrontHasNoRoom() throws IOException {
    var entries = new ArrayList<BookEntry>();
    for (int i = 0; i < Volumes.WORDS_IN_FRONT + 2; i++) {
      entries.add(entry(name(i), "OH", EARLY, "Words of " + i + "."));
    }
    var manifest = write(entries);

    assertThat(files(manifest)).contains("words-001.pdf").doesNotContain("names-001.pdf");
    assertThat(text("petition-book.pdf"))
        .contains("502 signers let their own words appear.", "Words of 499.", "words-001.pdf")
        .doesNotContain("Words of 500.");
    assertThat(text("words-001.pdf")).contains("Words of 500.", "Words of 501.", "Person 00501");
  }

  @Test
  void isTheSameWhetherItFitsIntoMemoryOrNot() {
    var entries = people(3_000);
    entries.addAll(counted(5, "OH", EARLY));
    entries.add(entry("", "OH", EARLY, "Words of somebody."));
    var whole = write(entries);
    Collections.shuffle(entries, new Random(3));

    Manifest inParts;
    try (Roll roll = Roll.read(dir, ZoneOffset.UTC, entries::forEach, _ -> {}, 20_000)) {
      assertThat(dir.resolve(".making").toFile().list()).hasSizeGreaterThan(10);
      inParts = new BookFiles().write(SampleBooks.frozen(), roll, dir);
    }

    assertThat(inParts.files()).isEqualTo(whole.files());
    assertThat(dir.resolve(".making")).doesNotExist();
  }

  @Test
  void whatWaitsOnDiskIsSealedAndTheOwnersOnly() throws IOException {
    try (Roll _ = Roll.read(dir, ZoneOffset.UTC, people(2_000)::forEach, _ -> {}, 20_000)) {
      Path making = dir.resolve(".making");
      assertThat(Files.getPosixFilePermissions(making)).hasSize(3);
      try (var parts = Files.list(making)) {
        for (Path part : parts.toList()) {
          assertThat(
                  new String(
                      Files.readAllBytes(part), java.nio.charset.StandardCharsets.ISO_8859_1))
              .doesNotContain("Person");
        }
      }
    }
    assertThat(dir.resolve(".making")).doesNotExist();
  }

  @Test
  void leavesNothingWhereReadingBreaksOff() {
    assertThatThrownBy(
            () ->
                Roll.read(
                    dir,
                    ZoneOffset.UTC,
                    reader -> {
                      people(2_000).forEach(reader);
                      throw new IllegalStateException("sample");
                    },
                    _ -> {},
                    20_000))
        .hasMessage("sample");
    assertThat(dir.resolve(".making")).doesNotExist();
  }

  @Test
  void whatAnEarlierReleaseFrozeIsStillRead() throws IOException {
    Manifest earlier;
    try (var in = LargeBookTest.class.getResourceAsStream("manifest-0.1.0.json")) {
      earlier =
          Manifest.parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
    var copy = SampleBooks.write(SampleBooks.again(earlier), people(3), dir);

    assertThat(copy.signatures()).isEqualTo(46);
    assertThat(copy.endedSince()).isEqualTo(43);
    assertThat(copy.byPlace()).isEqualTo(earlier.byPlace());
  }

  private Manifest write(List<BookEntry> entries) {
    return SampleBooks.write(SampleBooks.frozen(), entries, dir);
  }

  private static List<String> files(Manifest manifest) {
    return BookFiles.names(manifest);
  }

  private static List<BookEntry> people(int number) {
    var entries = new ArrayList<BookEntry>();
    for (int i = 0; i < number; i++) {
      entries.add(entry(name(i), "OH", EARLY, ""));
    }
    return entries;
  }

  private static String name(int number) {
    return "Person %05d".formatted(number);
  }

  private String text(String file) throws IOException {
    try (var document = Loader.loadPDF(dir.resolve(file).toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
