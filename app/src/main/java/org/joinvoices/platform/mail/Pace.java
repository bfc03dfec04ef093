package org.joinvoices.platform.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * So many a second and no more: turns lie evenly apart, and those of the last second that nobody
 * took may be made up for at once. Thread-safe.
 */
final class Pace {

  private static final Duration MADE_UP_FOR = Duration.ofSeconds(1);

  private final Duration gap;
  private Instant next = Instant.EPOCH;

  Pace(int perSecond) {
    this.gap = Duration.ofSeconds(1).dividedBy(perSecond);
  }

  /** How many turns have come and are not taken, at most {@code most}. */
  synchronized int ready(Instant now, int most) {
    forget(now);
    return next.isAfter(now)
        ? 0
        : (int) Math.min(most, Duration.between(next, now).dividedBy(gap) + 1);
  }

  /** Takes the next turn, whether it has come or not. */
  synchronized Instant take(Instant now) {
    forget(now);
    Instant turn = next;
    next = turn.plus(gap);
    return turn;
  }

  /** No turn before this instant. */
  synchronized void pauseUntil(Instant end) {
    if (next.isBefore(end)) {
      next = end;
    }
  }

  private void forget(Instant now) {
    Instant first = now.minus(MADE_UP_FOR).plus(gap);
    if (next.isBefore(first)) {
      next = first;
    }
  }
}
