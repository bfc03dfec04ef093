package org.joinvoices.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What a kill hits. */
enum Killing {
  POSTGRES,
  SERVER,
  /** Both at the same moment, as when the power fails. */
  BOTH;

  /** A server takes long to start again, so that it dies less often. */
  private static final int POSTGRES_FOR_EACH_OTHER = 9;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** So many in an order that the seed gives. */
  static List<Killing> plan(int number, Random random) {
    List<Killing> plan = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int turn = i % (2 * (POSTGRES_FOR_EACH_OTHER + 1));
      plan.add(turn == 0 ? SERVER : turn == POSTGRES_FOR_EACH_OTHER + 1 ? BOTH : POSTGRES);
    }
    Collections.shuffle(plan, random);
    return plan;
  }
}
