package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The first row of a file: which columns there are, and how its lines end. */
final class Header {

  private static final byte[] MARK = "\uFEFF".getBytes(UTF_8);

  private final RowBlock row;
  private final Columns columns;
  private final boolean marked;

  private Header(RowBlock row, Columns columns, boolean marked) {
    this.row = row;
    this.columns = columns;
    this.marked = marked;
  }

  static Header read(RowReader reader) throws IOException, BadCsv {
    boolean marked = reader.offset() > 0;
    RowBlock row = reader.one().orElseThrow(Columns::none);
    var fields = new Fields();
    fields.read(row, 0);
    return new Header(row, Columns.of(fields), marked);
  }

  Columns columns() {
    return columns;
  }

  /** What every line of the output ends with. */
  String lineEnd() {
    int end = row.end(0);
    return end < row.bytes.length && row.bytes[end] == '\r' ? "\r\n" : "\n";
  }

  /** With the columns we add, as it stands in the output. */
  byte[] extended() {
    var text = new ByteArrayOutputStream();
    text.writeBytes(marked ? MARK : new byte[0]);
    text.write(row.bytes, row.start(0), row.end(0) - row.start(0));
    text.writeBytes(("," + String.join(",", Columns.ADDED) + lineEnd()).getBytes(UTF_8));
    return text.toByteArray();
  }
}
