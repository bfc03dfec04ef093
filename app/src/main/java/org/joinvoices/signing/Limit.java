package org.joinvoices.signing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.util.Bytes;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * How many forms of one kind are usual within a time, for each sender by itself, in the memory of
 * this process. A sender is known by a keyed hash alone, and forgotten once that time has passed
 * without a form: their buckets would be full again.
 */
final class Limit {

  /** How it stands with one more form. */
  sealed interface Standing {

    record Usual() implements Standing {}

    /** More than is usual. */
    record Busy() implements Standing {}

    /** Far more. */
    record Flood(Duration pause) implements Standing {}
  }

  /** What a school or a church sends at most is far below this many times what is usual. */
  static final int FLOOD = 20;

  /** Some megabytes; whoever comes from more networks at once is not stopped by any of them. */
  private static final int MOST_SENDERS = 100_000;

  private record Buckets(Bucket usual, Bucket most) {}

  private final LoadingCache<Bytes, Buckets> senders;

  /**
   * @param most forms within {@code time} that are usual
   * @param steady a clock that goes evenly
   */
  Limit(int most, Duration time, InstantSource steady) {
    TimeMeter meter = meter(steady);
    this.senders =
        Caffeine.newBuilder()
            .maximumSize(MOST_SENDERS)
            .expireAfterAccess(time)
            .ticker(meter::currentTimeNanos)
            .build(
                _ ->
                    new Buckets(
                        bucket(most, time, meter), bucket((long) most * FLOOD, time, meter)));
  }

  Standing take(Bytes sender) {
    Buckets buckets = senders.get(sender);
    var most = buckets.most().tryConsumeAndReturnRemaining(1);
    if (!most.isConsumed()) {
      return new Standing.Flood(Duration.ofNanos(most.getNanosToWaitForRefill()));
    }
    return buckets.usual().tryConsume(1) ? new Standing.Usual() : new Standing.Busy();
  }

  private static Bucket bucket(long most, Duration time, TimeMeter meter) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, time))
        .withCustomTimePrecision(meter)
        .build();
  }

  private static TimeMeter meter(InstantSource steady) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(steady.millis());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
