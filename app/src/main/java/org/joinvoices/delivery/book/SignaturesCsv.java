package org.joinvoices.delivery.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import org.joinvoices.platform.cells.SheetText;

/**
 * {@code signatures.csv}: one line per signature with what its signer chose to show. UTF-8, RFC
 * 4180, the header first; text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
final class SignaturesCsv implements AutoCloseable {

  private final CsvWriter csv;

  SignaturesCsv(OutputStream out) {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, UTF_8));
    csv.writeRecord("number", "shown_as", "own_words");
  }

  void add(Signer signer) {
    csv.writeRecord(
        Integer.toString(signer.number()),
        SheetText.safe(signer.shownAs()),
        SheetText.safe(signer.ownWords()));
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of signatures", e);
    }
  }
}
