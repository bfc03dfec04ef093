package org.joinvoices.platform.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How fast each provider takes mail, in memory alone: one that is not heard of for an hour is
 * forgotten. Each node counts for itself.
 */
final class Providers {

  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final UUID id = UUID.randomUUID();
  private final LoadingCache<String, Lane> lanes;

  Providers(int perSecond) {
    this.lanes =
        Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN)
            .maximumSize(MOST)
            .build(_ -> new Lane(new Pace(perSecond)));
  }

  /** Tells the turns that were given here from those that others gave. */
  UUID id() {
    return id;
  }

  /**
   * When a mail may go to this provider.
   *
   * @param itsTurn whether an earlier call here gave it this moment
   * @return empty for now
   */
  Optional<Instant> later(String provider, boolean itsTurn, Instant now) {
    return lanes.get(provider).later(itsTurn, now);
  }

  /** The provider asked for less: nothing goes there for a while, longer each time in a row. */
  void slowDown(String provider, Instant now) {
    lanes.get(provider).slowDown(now);
  }

  void took(String provider) {
    lanes.get(provider).took();
  }

  private static final class Lane {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    /** 10 seconds doubled six times: about ten minutes. */
    private static final int MOST_DOUBLINGS = 6;

    private final Pace pace;
    private Instant pausedUntil = Instant.EPOCH;
    private int refusals;

    Lane(Pace pace) {
      this.pace = pace;
    }

    synchronized Optional<Instant> later(boolean itsTurn, Instant now) {
      if (itsTurn && !now.isBefore(pausedUntil)) {
        return Optional.empty();
      }
      return Optional.of(pace.take(now)).filter(turn -> turn.isAfter(now));
    }

    /** Several answers to what was under way together are one refusal. */
    synchronized void slowDown(Instant now) {
      if (now.isBefore(pausedUntil)) {
        return;
      }
      pausedUntil = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(refusals, MOST_DOUBLINGS)));
      refusals++;
      pace.pauseUntil(pausedUntil);
    }

    synchronized void took() {
      refusals = 0;
    }
  }
}
