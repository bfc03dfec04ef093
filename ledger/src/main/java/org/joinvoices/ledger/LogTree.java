package org.joinvoices.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The Merkle tree over the leaves of a log, in their order. Source: RFC 9162, section 2.1.
 *
 * @param leaves hashes of the leaves, the oldest first; may be none
 */
public record LogTree(List<LogHash> leaves) {

  public LogTree {
    leaves = List.copyOf(leaves);
  }

  /**
   * What stands for all leaves and their order: none can change, come or go without changing it.
   */
  public LogHash root() {
    return root(leaves);
  }

  /**
   * What someone who knows one leaf needs to arrive at {@link #root()}.
   *
   * @param index of the leaf, from 0
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionPath path(int index) {
    Objects.checkIndex(index, leaves.size());
    var hashes = new ArrayList<LogHash>();
    collect(leaves, index, hashes);
    return new InclusionPath(index, leaves.size(), hashes);
  }

  private static LogHash root(List<LogHash> leaves) {
    return switch (leaves.size()) {
      case 0 -> LogHash.EMPTY;
      case 1 -> leaves.getFirst();
      default -> {
        int split = split(leaves.size());
        yield LogHash.node(
            root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
      }
    };
  }

  /** Section 2.1.3.1: the way down to the leaf, then the roots of what was passed by, bottom up. */
  private static void collect(List<LogHash> leaves, int index, List<LogHash> hashes) {
    if (leaves.size() == 1) {
      return;
    }
    int split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    if (index < split) {
      collect(left, index, hashes);
      hashes.add(root(right));
    } else {
      collect(right, index - split, hashes);
      hashes.add(root(left));
    }
  }

  /** The largest power of two smaller than {@code size}, which is at least 2. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
