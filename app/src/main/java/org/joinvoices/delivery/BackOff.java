package org.joinvoices.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a gateway that was away is tried again, and when to stop trying. */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Adds up to half a day: longer than a gateway's night. */
  private static final int MOST_ATTEMPTS = 22;

  private BackOff() {}

  static boolean isExhausted(int attempts) {
    return attempts >= MOST_ATTEMPTS;
  }

  /** Doubling, with up to half as much again at random, so that rows do not come back together. */
  static Duration after(int attempts, Duration asked) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 12));
    Duration base = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    Duration atLeast = base.compareTo(asked) > 0 ? base : asked;
    return atLeast.plusMillis(ThreadLocalRandom.current().nextLong(base.toMillis() / 2));
  }
}
