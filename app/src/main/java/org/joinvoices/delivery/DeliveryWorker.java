package org.joinvoices.delivery;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.joinvoices.platform.clock.CivicClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due on one lane, at its pace. Safe to run on any number of nodes. */
final class DeliveryWorker {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  /** Half of the usual pace of a second: enough to hide a gateway's own latency. */
  private static final int TOGETHER = 4;

  /** A house that dies leaves so many for a person, for each of those that work together. */
  private static final int LARGEST_GROUP = 16;

  /** Below this pace each message is marked by itself. */
  private static final int PACE_OF_GROUPS = 50;

  /** So that a run ends now and then, and the lane is looked at again. */
  private static final int SECONDS_OF_A_RUN = 50;

  private final Lane lane;
  private final DeliveryLanes lanes;
  private final DeliveryQueue queue;
  private final DeliveryStore store;
  private final SendingRules rules;
  private final Posting posting;
  private final CivicClock clock;
  private final Pace pace;
  private final int group;
  private volatile boolean stopping;

  DeliveryWorker(
      Lane lane,
      DeliveryLanes lanes,
      DeliveryQueue queue,
      DeliveryStore store,
      SendingRules rules,
      Posting posting,
      CivicClock clock) {
    this.lane = lane;
    this.lanes = lanes;
    this.queue = queue;
    this.store = store;
    this.rules = rules;
    this.posting = posting;
    this.clock = clock;
    this.pace = new Pace(lane.perSecond());
    this.group = Math.clamp(lane.perSecond() / PACE_OF_GROUPS, 1, LARGEST_GROUP);
  }

  /** Takes no further row; what is being posted is waited for by {@link #run}. */
  void stop() {
    stopping = true;
  }

  /** Sends until nothing is due that may go now. */
  void run() {
    int unclear = store.giveUpInterrupted(lane.route(), clock.instant());
    if (unclear > 0) {
      LOG.warn("{} deliveries on lane {} were interrupted", unclear, lane.route().word());
    }
    if (lanes.isOpen(lane)) {
      new Run().run();
    }
  }

  /** One look at the lane, by several threads. */
  private final class Run {

    private final Claims claims = new Claims(queue, rules, lane);
    private final AtomicInteger left = new AtomicInteger(SECONDS_OF_A_RUN * lane.perSecond());
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    private void run() {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < TOGETHER; i++) {
          threads.execute(this::work);
        }
      }
      claims.close();
    }

    private void work() {
      try {
        while (!stopping && goesOn.get() && left.getAndAdd(-group) > 0) {
          workOnce();
        }
      } catch (RuntimeException e) { // the database is away; the next run comes
        LOG.warn("lane {} rests: {}", lane.route().word(), e.getClass().getName());
      }
    }

    private void workOnce() {
      List<ClaimedDelivery> some = claims.take(group);
      if (some.isEmpty()) {
        left.set(0);
        return;
      }
      pace.await(some.size());
      if (stopping || !goesOn.get()) { // meanwhile
        queue.giveBack(some);
      } else {
        posting.post(some, goesOn);
      }
    }
  }
}
