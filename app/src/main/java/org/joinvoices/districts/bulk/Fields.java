package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The fields of one row, found without making a text of any. Used again for the next row. */
final class Fields {

  private byte[] bytes = new byte[0];
  private int[] ends = new int[16];
  private int start;
  private int count;
  private boolean open;

  /** Takes the next row. */
  void read(RowBlock block, int row) {
    bytes = block.bytes;
    start = block.start(row);
    count = 0;
    boolean quoted = false;
    boolean begins = true;
    int end = block.end(row);
    for (int at = start; at < end; at++) {
      byte b = bytes[at];
      if (quoted) {
        boolean pair = b == '"' && at + 1 < end && bytes[at + 1] == '"';
        at += pair ? 1 : 0;
        quoted = b != '"' || pair;
        begins = false;
      } else if (b == ',') {
        add(at);
        begins = true;
      } else {
        quoted = begins && b == '"';
        begins = false;
      }
    }
    add(end);
    open = quoted;
  }

  private void add(int end) {
    ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * count);
    ends[count++] = end;
  }

  private int from(int field) {
    return field == 0 ? start : ends[field - 1] + 1;
  }

  int count() {
    return count;
  }

  /** Whether a quote was never closed. */
  boolean isOpen() {
    return open;
  }

  /** After the last byte of a field. */
  int end(int field) {
    return ends[field];
  }

  /** Without quotes, and without white space around; empty text where there is no such field. */
  String text(int field) {
    if (field < 0 || field >= count) {
      return "";
    }
    int from = from(field);
    int to = ends[field];
    boolean quoted = to - from > 1 && bytes[from] == '"' && bytes[to - 1] == '"';
    return quoted
        ? new String(bytes, from + 1, to - from - 2, UTF_8).replace("\"\"", "\"").strip()
        : new String(bytes, from, to - from, UTF_8).strip();
  }
}
