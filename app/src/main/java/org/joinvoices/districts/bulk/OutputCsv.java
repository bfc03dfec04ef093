package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows as bytes, of fields as {@link InputCsv} reads them; quoted only where they must be. */
final class OutputCsv {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CsvWriter writer =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, ISO_8859_1);

  void add(List<String> fields) {
    writer.writeRecord(fields);
  }

  byte[] bytes() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory throws none
    }
    return bytes.toByteArray();
  }

  /** One row, without its line end. */
  static String row(List<String> fields) {
    var one = new OutputCsv();
    one.add(fields);
    String line = one.text();
    return line.substring(0, line.length() - 1);
  }

  private String text() {
    return new String(bytes(), ISO_8859_1);
  }
}
