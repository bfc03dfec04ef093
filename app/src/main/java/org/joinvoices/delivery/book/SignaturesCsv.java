package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * {@code signatures.csv}: one line per signature with what its signer chose to show. UTF-8, RFC
 * 4180, the header first; text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
final class SignaturesCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("number", "shown_as", "own_words").get();

  private SignaturesCsv() {}

  static byte[] bytes(List<Signer> signers) {
    var text = new StringBuilder();
    try (var csv = FORMAT.print(text)) {
      for (Signer signer : signers) {
        csv.printRecord(
            signer.number(), SheetText.safe(signer.shownAs()), SheetText.safe(signer.ownWords()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }
}
