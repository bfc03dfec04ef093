package org.joinvoices.districts.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a CSV file (RFC 4180) into blocks of whole rows. A quote counts only where a field begins
 * with it; within quotes a line end belongs to the field. Lines end with LF or CRLF; empty ones are
 * no rows.
 */
final class RowReader implements AutoCloseable {

  /** As many as a geocoder takes at once. */
  static final int ROWS = 10_000;

  /** No address list has such a row, but an open quote makes one of all that follows. */
  static final int LONGEST = 1 << 20;

  private static final int MARK_LENGTH = 3;

  private final InputStream in;
  private byte[] buffer = new byte[LONGEST];
  private int length;
  private boolean ended;
  private long line = 1;
  private long offset;

  /** Passes over a byte order mark, if there is one. */
  RowReader(InputStream in) throws IOException {
    this.in = in;
    fill();
    if (length >= MARK_LENGTH
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      drop(MARK_LENGTH);
    }
  }

  /** How many bytes of the file lie before the next block. */
  long offset() {
    return offset;
  }

  private void fill() throws IOException {
    int read = in.readNBytes(buffer, length, buffer.length - length);
    ended = length + read < buffer.length;
    length += read;
  }

  private void drop(int bytes) {
    System.arraycopy(buffer, bytes, buffer, 0, length - bytes);
    length -= bytes;
    offset += bytes;
  }

  /** The next row alone, such as a header. */
  Optional<RowBlock> one() throws IOException, BadCsv {
    return next(1);
  }

  /** The next rows; empty after the last. */
  Optional<RowBlock> next() throws IOException, BadCsv {
    return next(ROWS);
  }

  private Optional<RowBlock> next(int most) throws IOException, BadCsv {
    while (true) {
      fill();
      var scan = new Scan(most);
      int end = scan.wholeRows();
      boolean torn = ended && scan.rows < most && end < length;
      if (torn) {
        scan.add(end, length);
        end = length;
      }
      if (end == 0 && length > 0) {
        throw new BadCsv(line, "a row longer than 1 MiB; look for a quote that is not closed");
      }
      var block = new RowBlock(Arrays.copyOf(buffer, end), scan.bounds, scan.rows, line, torn);
      drop(end);
      line += scan.rowLine;
      if (block.rows() > 0) {
        return Optional.of(block);
      }
      if (ended && length == 0) {
        return Optional.empty();
      }
    }
  }

  /** Where rows begin and end in what was read. */
  private final class Scan {

    private final int most;
    private int[] bounds = new int[3 * 1_024];
    private int rows;

    /** Line ends before the row that is being read. */
    private int rowLine;

    Scan(int most) {
      this.most = most;
    }

    /** Where the last whole row ends, with its line end. */
    int wholeRows() {
      int start = 0;
      int lines = 0;
      boolean fieldBegins = true;
      boolean quoted = false;
      for (int at = 0; at < length && rows < most; at++) {
        byte b = buffer[at];
        lines += b == '\n' ? 1 : 0;
        if (quoted) {
          boolean pair = b == '"' && at + 1 < length && buffer[at + 1] == '"';
          at += pair ? 1 : 0;
          quoted = b != '"' || pair;
          fieldBegins = false;
        } else if (b == '\n') {
          add(start, at > start && buffer[at - 1] == '\r' ? at - 1 : at);
          start = at + 1;
          rowLine = lines;
          fieldBegins = true;
        } else {
          quoted = fieldBegins && b == '"';
          fieldBegins = b == ',';
        }
      }
      return start;
    }

    void add(int start, int end) {
      if (end > start) {
        bounds = 3 * rows < bounds.length ? bounds : Arrays.copyOf(bounds, 2 * bounds.length);
        bounds[3 * rows] = start;
        bounds[3 * rows + 1] = end;
        bounds[3 * rows + 2] = rowLine;
        rows++;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
