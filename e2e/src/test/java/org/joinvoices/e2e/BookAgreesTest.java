package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An organizer makes the petition book of a running house and holds it against the house's count.
 */
@ExtendWith(Houses.class)
@Houses.Own
class BookAgreesTest {

  private static final String ACTION = "/actions/" + Demo.SLUG;

  private final Demo demo;
  private final Visitor visitor;

  @TempDir private Path out = Path.of("");

  BookAgreesTest(Demo demo) {
    this.demo = demo;
    this.visitor = new Visitor(demo);
  }

  @Test
  void namesThoseWhoAllowedItCountsAllAndCarriesTheWholeLetter() throws IOException {
    confirm(Person.ruth(), "full");
    confirm(Person.amira(), "initials");
    confirm(Person.ofMany(1), "count_only");
    new Supporter(visitor, Person.ofMany(2)).signAndSend(ACTION);
    new Tally(visitor).awaitConfirmed(3);

    var made =
        Terminal.type(
            "book", "--action", Demo.SLUG, "--out", out.toString(), "--home", "" + demo.home());

    assertThat(made.status()).as(made.err()).isZero();
    assertManifestAgrees();
    assertThat(rows()).hasSize(3);
    assertNamesAsAllowed(Files.readString(out.resolve("signatures.csv"), UTF_8));
    var book = text(out.resolve("petition-book.pdf"));
    assertNamesAsAllowed(book);
    assertCarriesAllDemands(book);
  }

  private void confirm(Person person, String display) {
    var supporter = new Supporter(visitor, person);
    var form = supporter.filled(visitor.get(ACTION).expect(200)).fill("display", display);
    visitor.submit(form.press(Supporter.LETTER_ONLY)).expect(303);
    supporter.confirm();
  }

  private void assertManifestAgrees() throws IOException {
    var manifest = Json.read(Files.readString(out.resolve("manifest.json"), UTF_8));
    assertThat(manifest.get("signatures").asLong()).isEqualTo(3);
    assertThat(manifest.get("shown").asLong()).isEqualTo(2);
    assertThat(manifest.get("files").findValuesAsString("name"))
        .containsExactlyInAnyOrder("petition-book.pdf", "signatures.csv");
    for (var file : manifest.get("files")) {
      var path = out.resolve(file.get("name").asString());
      assertThat(file.get("sha256").asString()).as(path.toString()).isEqualTo(sha256(path));
    }
  }

  private static void assertNamesAsAllowed(String text) {
    assertThat(text)
        .contains(Person.ruth().family(), "A. H.")
        .doesNotContain(Person.amira().family(), Person.ofMany(1).family(), "@")
        .doesNotContain(Person.ruth().street(), Person.ruth().ownWords());
  }

  /** The six demands, word for word as the page shows them. */
  private void assertCarriesAllDemands(String book) {
    var demands = visitor.get(ACTION).document().select("[id^=demand-] > p").eachText();
    assertThat(demands).hasSize(6);
    demands.forEach(demand -> assertThat(squeeze(book)).contains(squeeze(demand)));
  }

  private List<NamedCsvRecord> rows() throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(out.resolve("signatures.csv"))) {
      return csv.stream().toList();
    }
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Without white space and hyphens, which line breaks move about. */
  private static String squeeze(String text) {
    return text.replaceAll("[\\s\\u00ad-]", "");
  }

  private static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
