package org.joinvoices.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting. */
final class Pause {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int LOOK_MILLIS = 20;

  private Pause() {}

  static void millis(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }

  /** Returns as soon as it is so; after three minutes {@code otherwise} is thrown. */
  static void until(String otherwise, BooleanSupplier done) throws IOException {
    if (!within(PATIENCE, done)) {
      throw new IOException(otherwise);
    }
  }

  /** Whether it is so before the time is over; returns as soon as it is. */
  static boolean within(Duration time, BooleanSupplier done) {
    long end = System.nanoTime() + time.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      millis(LOOK_MILLIS);
    }
    return true;
  }
}
