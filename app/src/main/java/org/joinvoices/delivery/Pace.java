package org.joinvoices.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Spaces what leaves by one lane, whoever sends it. Thread-safe. */
final class Pace {

  private final long gapNanos;
  private long next = System.nanoTime();

  Pace(int perSecond) {
    this.gapNanos = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /**
   * Waits for this caller's turn.
   *
   * @param messages that it then sends together
   */
  void await(int messages) {
    long turn = take(messages);
    for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      LockSupport.parkNanos(left);
    }
  }

  private synchronized long take(int messages) {
    long turn = Math.max(next, System.nanoTime());
    next = turn + messages * gapNanos;
    return turn;
  }
}
