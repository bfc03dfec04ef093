package org.joinvoices.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joinvoices.districts.Seat;

/**
 * How many messages one office gets a minute at most, whichever way: evenly, and a few at once
 * after a pause. Whoever is over its share is not asked for. Thread-safe; of one process.
 */
final class OfficePace {

  /** So that a lane which is looked at once a second loses nothing. */
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final long gapNanos;
  private final Map<Seat, Instant> next = new ConcurrentHashMap<>();

  /**
   * @param perMinute never more than these in any minute
   */
  OfficePace(int perMinute) {
    // A little slower than evenly, which makes up for the few that come at once.
    this.gapNanos = -Math.floorDiv(-MINUTE.plus(TOGETHER).toNanos(), perMinute);
  }

  /** What it comes to in the long run. */
  double perSecond() {
    return 1e9 / gapNanos;
  }

  /**
   * How many may go to the office now.
   *
   * @param now of a clock that goes evenly
   */
  int room(Seat office, Instant now) {
    return room(next.getOrDefault(office, Instant.MIN), now);
  }

  private int room(Instant nextTurn, Instant now) {
    Instant latest = now.plus(TOGETHER);
    Instant from = nextTurn.isBefore(now) ? now : nextTurn;
    return from.isAfter(latest)
        ? 0
        : 1 + (int) (Duration.between(from, latest).toNanos() / gapNanos);
  }

  /** Notes one that goes to the office now. */
  void take(Seat office, Instant now) {
    next.compute(
        office, (_, turn) -> (turn == null || turn.isBefore(now) ? now : turn).plusNanos(gapNanos));
  }
}
