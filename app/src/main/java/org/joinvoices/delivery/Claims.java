package org.joinvoices.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.DeliveryQueue.Share;
import org.joinvoices.districts.Seat;

/**
 * What one lane sends next, claimed for about a second ahead. What waits is surveyed anew each
 * second, so that a pause or a nearer deadline is followed. Thread-safe; for one run.
 */
final class Claims {

  /** More at once gains nothing: measured. */
  static final int MOST_AHEAD = 64;

  static final int SHARES = 256;

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final DeliveryQueue queue;
  private final SendingRules rules;
  private final Route lane;
  private final Duration lease;
  private final int ahead;
  private final Queue<ClaimedDelivery> claimed = new ArrayDeque<>();
  private List<Waiting> waiting = List.of();
  private long surveyed = System.nanoTime() - FRESH.toNanos();

  Claims(DeliveryQueue queue, SendingRules rules, Lane lane) {
    this.queue = queue;
    this.rules = rules;
    this.lane = lane.route();
    this.lease = lane.lease();
    this.ahead = Math.clamp(lane.perSecond(), 1, MOST_AHEAD);
  }

  /** Some of what is due, at most so many; none when nothing is that may go now. */
  synchronized List<ClaimedDelivery> take(int most) {
    if (claimed.isEmpty()) {
      fill();
    }
    List<ClaimedDelivery> some = new ArrayList<>();
    while (some.size() < most && !claimed.isEmpty()) {
      some.add(claimed.remove());
    }
    return some;
  }

  /** Gives back what nobody took. */
  synchronized void close() {
    if (!claimed.isEmpty()) {
      queue.giveBack(List.copyOf(claimed));
      claimed.clear();
    }
  }

  private void fill() {
    boolean fresh = false;
    while (claimed.isEmpty()) {
      if (waiting.isEmpty() || System.nanoTime() - surveyed >= FRESH.toNanos()) {
        if (fresh) {
          return;
        }
        waiting = rules.order(lane, queue.survey(lane));
        surveyed = System.nanoTime();
        fresh = true;
      }
      List<Share> shares = shares();
      if (shares.isEmpty()) {
        if (fresh) {
          return;
        }
        waiting = List.of(); // all offices have had their share; a newer survey may know others
      } else {
        claim(shares);
      }
    }
  }

  private List<Share> shares() {
    int most = each(ahead, waiting.size());
    return waiting.stream()
        .map(one -> new Share(one.action(), one.office(), Math.min(most, rules.room(one.office()))))
        .filter(share -> share.room() > 0)
        .limit(SHARES)
        .toList();
  }

  /**
   * How many to claim from each of so many offices. One from each of many are those that have
   * waited longest of all, which lie side by side on the disk: so a long queue is claimed as fast
   * as a short one.
   */
  static int each(int ahead, int offices) {
    return Math.max(1, ahead / Math.max(1, offices));
  }

  private void claim(List<Share> shares) {
    List<ClaimedDelivery> some = queue.claim(lane, shares, ahead, lease);
    some.forEach(one -> rules.take(one.seat()));
    claimed.addAll(some);
    if (some.size() < ahead) {
      forgetEmptied(shares, some);
    }
    servedLast(some);
  }

  /** Within each letter, the offices that had none yet come first until the next survey. */
  private void servedLast(List<ClaimedDelivery> some) {
    Set<Seat> served = some.stream().map(ClaimedDelivery::seat).collect(Collectors.toSet());
    List<ActionId> letters = waiting.stream().map(Waiting::action).distinct().toList();
    waiting =
        waiting.stream()
            .sorted(
                Comparator.comparing((Waiting one) -> letters.indexOf(one.action()))
                    .thenComparing(one -> served.contains(one.office())))
            .toList();
  }

  /** Whoever had less than was asked for has nothing more that is due. */
  private void forgetEmptied(List<Share> shares, List<ClaimedDelivery> some) {
    record Heap(Object action, Object office) {}
    Map<Heap, Long> got =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Heap(one.signature().action(), one.seat()), Collectors.counting()));
    var emptied =
        shares.stream()
            .filter(
                share ->
                    got.getOrDefault(new Heap(share.action(), share.office()), 0L) < share.room())
            .map(share -> new Heap(share.action(), share.office()))
            .collect(Collectors.toSet());
    waiting =
        waiting.stream()
            .filter(one -> !emptied.contains(new Heap(one.action(), one.office())))
            .toList();
  }
}
