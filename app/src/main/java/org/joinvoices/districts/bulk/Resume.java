package org.joinvoices.districts.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far an interrupted run came: the whole rows of its unfinished output, each of which answers
 * one row of the input. A torn last row does not count.
 *
 * @param rows without the header
 * @param bytes of the output that hold them; 0 if not even the header was whole
 */
record Resume(long rows, long bytes, Tally tally) {

  static Resume of(Path part, int added) throws IOException {
    var tally = new Tally();
    long rows = -1;
    long bytes = 0;
    try (var reader = new RowReader(Files.newInputStream(part))) {
      var fields = new Fields();
      for (var block = reader.next(); block.isPresent(); block = reader.next()) {
        RowBlock some = block.get();
        int whole = some.isTorn() ? some.rows() - 1 : some.rows();
        for (int row = 0; row < whole; row++) {
          if (rows >= 0) {
            fields.read(some, row);
            int first = fields.count() - added;
            tally.add(fields.text(first), fields.text(first + 1), fields.text(first + 2), 1);
          }
          rows++;
        }
        bytes = some.isTorn() ? tornAt(reader, some) : reader.offset();
      }
    } catch (BadCsv e) {
      throw new IOException("not written by us: " + part, e);
    }
    return rows < 0 ? new Resume(0, 0, tally) : new Resume(rows, bytes, tally);
  }

  private static long tornAt(RowReader reader, RowBlock last) {
    return reader.offset() - (last.bytes.length - last.start(last.rows() - 1));
  }
}
