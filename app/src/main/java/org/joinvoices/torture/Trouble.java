package org.joinvoices.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What befalls a house. */
enum Trouble {
  POSTGRES("kills"),
  SERVER("kills"),
  /** Both killed at the same moment, as when the power fails. */
  BOTH("kills"),
  FULL_DISK("full disks"),
  STANDSTILL("standstills"),
  CLOCK_JUMP("clock jumps");

  /** A server takes long to start again, so that it dies less often. */
  private static final int POSTGRES_FOR_EACH_OTHER = 9;

  private final String kind;

  Trouble(String kind) {
    this.kind = kind;
  }

  /** What it is asked for as. */
  String kind() {
    return kind;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** All that is asked for, in an order that the seed gives. */
  static List<Trouble> plan(Troubles asked, int nodes, Random random) {
    List<Trouble> plan = new ArrayList<>();
    for (int i = 0; i < asked.kills(); i++) {
      plan.add(nodes == 1 ? killing(i) : killingOfSeveral(i));
    }
    plan.addAll(Collections.nCopies(asked.fullDisks(), FULL_DISK));
    plan.addAll(Collections.nCopies(asked.standstills(), STANDSTILL));
    plan.addAll(Collections.nCopies(asked.clockJumps(), CLOCK_JUMP));
    Collections.shuffle(plan, random);
    return plan;
  }

  private static Trouble killing(int number) {
    int turn = number % (2 * (POSTGRES_FOR_EACH_OTHER + 1));
    return turn == 0 ? SERVER : turn == POSTGRES_FOR_EACH_OTHER + 1 ? BOTH : POSTGRES;
  }

  /** Here the question is what becomes of the work of the server that died. */
  private static Trouble killingOfSeveral(int number) {
    return number % 4 == 3 ? BOTH : SERVER;
  }
}
