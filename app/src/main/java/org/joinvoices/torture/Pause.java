package org.joinvoices.torture;

import java.util.concurrent.locks.LockSupport;

/** Waiting. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }
}
