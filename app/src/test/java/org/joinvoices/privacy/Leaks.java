package org.joinvoices.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was found and not yet reported; of all tests of this process. */
final class Leaks {

  private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

  private Leaks() {}

  /**
   * Notes a word that was found.
   *
   * @param place where it stood; names nobody itself
   */
  static void note(String place, String word) {
    FOUND.add(place + " tells " + word);
  }

  /** Takes them out. */
  static List<String> take() {
    List<String> taken = new ArrayList<>();
    for (String leak = FOUND.poll(); leak != null; leak = FOUND.poll()) {
      taken.add(leak);
    }
    return taken.stream().distinct().toList();
  }
}
