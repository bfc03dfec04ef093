package org.joinvoices.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.delivery.DeliveryQueue.Share;

/** Claims messages as a worker does and gives them back, for measuring. */
public final class ClaimProbe {

  /**
   * One claim.
   *
   * @param survey finding out for which letters and offices anything is due
   * @param claim of the messages
   * @param messages that were claimed
   */
  public record Timing(Duration survey, Duration claim, int messages) {}

  private static final Duration LEASE = Duration.ofMinutes(1);

  private final DeliveryQueue queue;

  public ClaimProbe(DataSource database) {
    this.queue = new DeliveryQueue(database, InstantSource.system());
  }

  /** Claims as much as a fast lane does at once. */
  public Timing once(Route lane) {
    long start = System.nanoTime();
    List<Waiting> waiting = queue.survey(lane);
    long surveyed = System.nanoTime();
    int each = Claims.each(Claims.MOST_AHEAD, waiting.size());
    List<Share> shares =
        waiting.stream()
            .sorted(Comparator.comparing(Waiting::since))
            .map(one -> new Share(one.action(), one.office(), each))
            .limit(Claims.SHARES)
            .toList();
    long asked = System.nanoTime();
    List<ClaimedDelivery> claimed = queue.claim(lane, shares, Claims.MOST_AHEAD, LEASE);
    long end = System.nanoTime();
    queue.giveBack(claimed);
    return new Timing(
        Duration.ofNanos(surveyed - start), Duration.ofNanos(end - asked), claimed.size());
  }
}
