package org.joinvoices.districts.bulk;

/**
 * Some rows of a CSV file as they stand there, without their line ends. Kept as bytes, so that what
 * is not ours to read goes on unchanged, in whatever charset.
 */
final class RowBlock {

  final byte[] bytes;
  private final int[] bounds;
  private final int rows;
  private final long firstLine;
  private final boolean torn;

  /**
   * @param bounds of each row its start, its end and its line counted from the first
   * @param torn whether the last row ends with the file, before its line end
   */
  RowBlock(byte[] bytes, int[] bounds, int rows, long firstLine, boolean torn) {
    this.bytes = bytes;
    this.bounds = bounds;
    this.rows = rows;
    this.firstLine = firstLine;
    this.torn = torn;
  }

  int rows() {
    return rows;
  }

  int start(int row) {
    return bounds[3 * row];
  }

  /** After its last byte. */
  int end(int row) {
    return bounds[3 * row + 1];
  }

  /** Line of the file its first byte stands on, counted from 1. */
  long line(int row) {
    return firstLine + bounds[3 * row + 2];
  }

  boolean isTorn() {
    return torn;
  }
}
