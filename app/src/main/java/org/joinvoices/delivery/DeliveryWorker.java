package org.joinvoices.delivery;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is due on one lane: claim, look again whether it should still go, compose, check, mark
 * as sending, post once, record. Safe to run on any number of nodes.
 */
final class DeliveryWorker {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  /** Half of the usual pace of a second: enough to hide a gateway's own latency. */
  private static final int TOGETHER = 4;

  /** So that a run ends now and then, and the lane is looked at again. */
  private static final int MOST_PER_RUN = 500;

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private static final int RECORD_TRIES = 10;
  private static final Duration RECORD_PAUSE = Duration.ofSeconds(2);

  private final Lane lane;
  private final DeliveryLanes lanes;
  private final DeliveryStore store;
  private final Signatures signatures;
  private final Districts districts;
  private final Actions actions;
  private final ChannelChoice choice;
  private final CivicClock clock;
  private final Pace pace;
  private volatile boolean stopping;

  DeliveryWorker(
      Lane lane,
      DeliveryLanes lanes,
      DeliveryStore store,
      Signatures signatures,
      Districts districts,
      Actions actions,
      ChannelChoice choice,
      CivicClock clock) {
    this.lane = lane;
    this.lanes = lanes;
    this.store = store;
    this.signatures = signatures;
    this.districts = districts;
    this.actions = actions;
    this.choice = choice;
    this.clock = clock;
    this.pace = new Pace(lane.perSecond());
  }

  /** Takes no further row; what is being posted is waited for by {@link #run}. */
  void stop() {
    stopping = true;
  }

  /** Sends until nothing is due. */
  void run() {
    int unclear = store.giveUpInterrupted(lane.route(), clock.instant());
    if (unclear > 0) {
      LOG.warn("{} deliveries on lane {} were interrupted", unclear, lane.route().word());
    }
    if (lanes.isOpen(lane)) {
      var left = new AtomicInteger(MOST_PER_RUN);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < TOGETHER; i++) {
          threads.execute(() -> work(left));
        }
      }
    }
  }

  private void work(AtomicInteger left) {
    try {
      while (!stopping && left.getAndDecrement() > 0) {
        workOnce(left);
      }
    } catch (RuntimeException e) { // the database is away; the next run comes
      LOG.warn("lane {} rests: {}", lane.route().word(), e.getClass().getName());
    }
  }

  /** Takes from {@code left} what is not to be done in this run, so that all rest together. */
  private void workOnce(AtomicInteger left) {
    pace.await();
    var claim =
        stopping ? Optional.<ClaimedDelivery>empty() : store.claim(lane.route(), lane.lease());
    if (claim.isEmpty() || !handled(claim.get())) {
      left.set(0);
    }
  }

  /** The top of the work on one row; false when the lane should rest. */
  private boolean handled(ClaimedDelivery claim) {
    try {
      return handle(claim);
    } catch (RuntimeException e) {
      LOG.warn("delivery {} failed: {}", claim.id(), e.getClass().getName());
      store.settleUnsent(claim, Outcome.queued(AFTER_FAILURE)); // no effect once it is sending
      return true;
    }
  }

  private boolean handle(ClaimedDelivery claim) {
    var view = wanted(claim);
    var person = view.flatMap(signature -> signatures.findConstituent(claim.signature()));
    if (view.isEmpty() || person.isEmpty()) {
      store.settleUnsent(claim, Outcome.settled(DeliveryState.WITHDRAWN));
      return true;
    }
    var turnover = Turnover.obstacle(view.get(), claim.seat(), districts, clock.today());
    if (turnover.isPresent()) {
      store.settleUnsent(claim, Outcome.held(turnover.get()));
      return true;
    }
    return switch (lane.serves(action(claim), claim.seat())) {
      case YES -> send(claim, view.get(), person.get());
      case NO -> {
        next(claim)
            .ifPresentOrElse(
                route -> store.moveOn(claim, route),
                () -> store.settleUnsent(claim, Outcome.officeOff()));
        yield true;
      }
      case UNKNOWN -> {
        store.settleUnsent(claim, Outcome.queued(AFTER_FAILURE));
        yield false;
      }
    };
  }

  /** The signature, if it still wants this message to go. */
  private Optional<SignatureView> wanted(ClaimedDelivery claim) {
    return signatures
        .find(claim.signature())
        .filter(signature -> DeliveryPlanner.wanted(signature).contains(claim.seat()));
  }

  private Action action(ClaimedDelivery claim) {
    return actions.get(claim.signature().action());
  }

  /** The next way to an office that this lane does not reach. */
  private Optional<Route> next(ClaimedDelivery claim) {
    return choice.after(lane.route(), action(claim), claim.seat());
  }

  private boolean send(ClaimedDelivery claim, SignatureView view, Constituent person) {
    return switch (lane.prepare(view, person, claim.seat(), claim.code(), clock.today())) {
      case Lane.Prepared.Held(var reason) -> {
        store.settleUnsent(claim, Outcome.held(reason));
        yield true;
      }
      case Lane.Prepared.Ready ready -> send(claim, ready);
    };
  }

  private boolean send(ClaimedDelivery claim, Lane.Prepared.Ready message) {
    if (!claim.imprint().orElse(message.imprint()).equals(message.imprint())) {
      store.settleUnsent(claim, Outcome.held(HeldReason.MESSAGE_CHANGED));
      return true;
    }
    // Until the row is marked nothing can have reached the office: whoever dies while asking leaves
    // nothing unclear.
    var objection = message.post().ask();
    if (!store.markSending(claim, message.imprint(), lane.lease())) {
      return true;
    }
    // Whoever withdrew before this moment is heard; afterwards the message counts as on its way.
    if (wanted(claim).isEmpty()) {
      store.withdrawUnsent(claim);
      return true;
    }
    return goesOn(post(claim, message.post(), objection));
  }

  private DeliveryResult post(
      ClaimedDelivery claim, Lane.Post post, Optional<DeliveryResult> objection) {
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    var result = objection.orElseGet(() -> post.send(claim.attempts() > 0));
    var attempt = Attempt.of(startedAt, Duration.ofNanos(System.nanoTime() - start), result);
    Metrics.timer(
            "joinvoices.delivery.attempt", "lane", lane.route().word(), "result", attempt.result())
        .record(attempt.took());
    var onward = result instanceof DeliveryResult.OfficeOff ? next(claim) : Optional.<Route>empty();
    record(
        () ->
            onward.ifPresentOrElse(
                route -> store.moveOn(claim, attempt, route),
                () -> store.settle(claim, attempt, Outcome.of(result, claim.attempts() + 1))));
    return result;
  }

  /** An answer that is lost costs a person's time, so a database that is away is waited for. */
  private static void record(Runnable write) {
    for (int left = RECORD_TRIES; ; left--) {
      try {
        write.run();
        return;
      } catch (DataAccessException | TransactionException e) {
        if (left == 1 || !paused()) {
          throw e;
        }
      }
    }
  }

  private static boolean paused() {
    LockSupport.parkNanos(RECORD_PAUSE.toNanos());
    return !Thread.currentThread().isInterrupted();
  }

  private boolean goesOn(DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.LaneStopped(var code) -> {
        lanes.stop(lane.route(), code);
        LOG.error("lane {} is stopped by its far side: {}", lane.route().word(), code);
        yield false;
      }
      case DeliveryResult.OfficeOff _ -> {
        lane.forgetOffices();
        yield true;
      }
      case DeliveryResult.Unavailable _ -> false;
      case DeliveryResult.Accepted _, DeliveryResult.Refused _, DeliveryResult.Uncertain _ -> true;
    };
  }
}
