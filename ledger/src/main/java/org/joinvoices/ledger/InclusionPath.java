package org.joinvoices.ledger;

import java.util.List;

/**
 * Proof that a leaf is in a log, for someone who knows the leaf and the log's root. Source: RFC
 * 9162, section 2.1.3.
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the log has
 * @param hashes what to hash the leaf with, from the leaf to the root
 */
public record InclusionPath(long index, long size, List<LogHash> hashes) {

  public InclusionPath {
    hashes = List.copyOf(hashes);
  }

  /** True if the log with this root and size has this leaf at this index (section 2.1.3.2). */
  public boolean proves(LogHash leaf, LogHash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long place = index;
    long last = size - 1;
    LogHash hash = leaf;
    for (LogHash next : hashes) {
      if (last == 0) {
        return false; // longer than the way to the root
      }
      boolean isRight = (place & 1) == 1;
      if (isRight || place == last) {
        hash = LogHash.node(next, hash);
        // A last node without a sibling is carried up unhashed, until it becomes a right one.
        int carried = isRight ? 0 : Long.numberOfTrailingZeros(place);
        place >>= carried;
        last >>= carried;
      } else {
        hash = LogHash.node(hash, next);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
