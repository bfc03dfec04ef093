package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * {@code signatures.csv}: one line per signature with what its signer chose to show. UTF-8, RFC
 * 4180, the header first; text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
final class SignaturesCsv {

  private SignaturesCsv() {}

  static byte[] bytes(List<Signer> signers) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord("number", "shown_as", "own_words");
      for (Signer signer : signers) {
        csv.writeRecord(
            String.valueOf(signer.number()),
            SheetText.safe(signer.shownAs()),
            SheetText.safe(signer.ownWords()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }
}
