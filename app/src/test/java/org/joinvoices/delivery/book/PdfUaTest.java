package org.joinvoices.delivery.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.book.SampleBooks.EARLY;
import static org.joinvoices.delivery.book.SampleBooks.counted;
import static org.joinvoices.delivery.book.SampleBooks.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.signing.BookEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Front volumes as veraPDF sees them, by the machine-checkable rules of PDF/UA-1 (ISO 14289-1). */
class PdfUaTest {

  private final Path dir;

  PdfUaTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  static void initialise() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void aSmallBookWithNamesAndWordsInAllScriptsConforms() throws Exception {
    var entries = new ArrayList<>(counted(25, "OH", EARLY));
    for (String name : BadInputTest.NAMES) {
      entries.add(entry(name, "NY", EARLY, "Words of " + name + ".\n\nAnd more."));
    }
    SampleBooks.write(
        SampleBooks.frozen(SampleBooks.letter(2), SampleBooks.letter(1)), entries, dir);

    assertThat(faults(BookFiles.PDF)).isEmpty();
  }

  @Test
  void theFrontOfALargeProvisionalBookConforms() throws Exception {
    SampleBooks.write(SampleBooks.provisional(), many(Volumes.IN_FRONT + 1), dir);

    assertThat(faults(BookFiles.PDF)).isEmpty();
  }

  @Test
  void aPlainVolumeDoesNotSoThatTheCheckIsSeenToWork() throws Exception {
    SampleBooks.write(SampleBooks.frozen(), many(Volumes.IN_FRONT + 1), dir);

    assertThat(faults(Volume.namesFile(1))).isNotEmpty();
  }

  private List<String> faults(String file) throws IOException, VeraPDFException {
    try (var in = Files.newInputStream(dir.resolve(file));
        var parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      var result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).isGreaterThan(0);
      return result.getFailedChecks().keySet().stream()
          .map(rule -> rule.getClause() + "-" + rule.getTestNumber())
          .toList();
    }
  }

  private static List<BookEntry> many(int number) {
    var entries = new ArrayList<BookEntry>();
    for (int i = 0; i < number; i++) {
      entries.add(entry("Sample Person " + i, "OH", EARLY, i % 50 == 0 ? "Words " + i : ""));
    }
    return entries;
  }
}
