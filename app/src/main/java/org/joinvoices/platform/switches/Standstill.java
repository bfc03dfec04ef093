package org.joinvoices.platform.switches;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is paused.
 *
 * @param since machine time
 * @param until civic time at which people are told to come back; ends nothing by itself
 */
public record Standstill(Switch what, Instant since, Optional<Instant> until) {

  /** What is said where nobody told until when. */
  private static final Duration USUAL = Duration.ofMinutes(30);

  private static final Duration LEAST = Duration.ofMinutes(1);

  /** When people are told to come back; empty if nobody knows, or that moment has passed. */
  public Optional<Instant> ends(Instant now) {
    return until.filter(now::isBefore);
  }

  /**
   * After how long a program should try again.
   *
   * @param now civic time
   */
  public Duration retryAfter(Instant now) {
    Duration left = ends(now).map(end -> Duration.between(now, end)).orElse(USUAL);
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }
}
