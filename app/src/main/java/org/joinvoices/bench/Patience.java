package org.joinvoices.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what a house does in its own time. */
final class Patience {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private Patience() {}

  /** Whether it came true within two minutes. */
  static boolean await(BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }
}
