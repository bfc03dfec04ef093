package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far an interrupted run came: the whole rows of its unfinished output, each of which answers
 * one row of the input. A torn last row is cut off.
 *
 * @param rows without the header
 * @param bytes of the output that stay; 0 if not even the header was whole
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
            tally.add(fields.text(first), fields.text(first + 1), fields.text(first + 2));
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

  /** Cuts off what was torn. */
  void cut(Path part) throws IOException {
    try (var file = new RandomAccessFile(part.toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  /** Notes what a run is about, before it writes anything else. */
  static void begin(Path note, String about) throws IOException {
    Files.writeString(note, about, UTF_8);
  }
}
