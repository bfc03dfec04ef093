package org.joinvoices.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.joinvoices.delivery.cwc.CwcGrammar;
import org.joinvoices.delivery.cwc.CwcXml;
import org.joinvoices.delivery.cwc.DeliveryResult;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on one lane: claim, look again whether it should still go, compose, check, mark
 * as sending, post once, record. Safe to run on any number of nodes.
 */
final class DeliveryWorker {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  /** Half of one second's pace: enough to hide a gateway's own latency. */
  private static final int TOGETHER = 4;

  /** Within what both gateways' operators have been reported to advise (5 to 10). */
  private static final int PER_SECOND = 10;

  /** So that a run ends now and then, and the lane is looked at again. */
  private static final int MOST_PER_RUN = 500;

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Lane lane;
  private final DeliveryLanes lanes;
  private final DeliveryStore store;
  private final Signatures signatures;
  private final Districts districts;
  private final MessageComposer composer;
  private final CivicClock clock;
  private final Pace pace = new Pace(PER_SECOND);
  private volatile boolean stopping;

  DeliveryWorker(
      Lane lane,
      DeliveryLanes lanes,
      DeliveryStore store,
      Signatures signatures,
      Districts districts,
      MessageComposer composer,
      CivicClock clock) {
    this.lane = lane;
    this.lanes = lanes;
    this.store = store;
    this.signatures = signatures;
    this.districts = districts;
    this.composer = composer;
    this.clock = clock;
  }

  /** Takes no further row; what is being posted is waited for by {@link #run}. */
  void stop() {
    stopping = true;
  }

  /** Sends until nothing is due. */
  void run() {
    int unclear = store.giveUpInterrupted(lane.chamber(), clock.instant());
    if (unclear > 0) {
      LOG.warn("{} deliveries to the {} were interrupted", unclear, lane.chamber().word());
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
    while (!stopping && left.getAndDecrement() > 0) {
      pace.await();
      var claim =
          stopping ? Optional.<ClaimedDelivery>empty() : store.claim(lane.chamber(), lane.lease());
      if (claim.isEmpty() || !handled(claim.get())) {
        return;
      }
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
    var view =
        signatures
            .find(claim.signature())
            .filter(signature -> DeliveryPlanner.wanted(signature).contains(claim.seat()));
    var person = view.flatMap(signature -> signatures.findConstituent(claim.signature()));
    if (view.isEmpty() || person.isEmpty()) {
      store.settleUnsent(claim, Outcome.settled(DeliveryState.WITHDRAWN));
      return true;
    }
    var obstacle = obstacle(claim);
    if (obstacle.isPresent()) {
      store.settleUnsent(claim, obstacle.get());
      return true;
    }
    return send(claim, view.get(), person.get());
  }

  private Optional<Outcome> obstacle(ClaimedDelivery claim) {
    if (districts.officeholder(claim.seat(), clock.today()).isEmpty()) {
      return Optional.of(Outcome.held(HeldReason.VACANT_SEAT));
    }
    return lanes.lists(claim.seat()) ? Optional.empty() : Optional.of(Outcome.officeOff());
  }

  private boolean send(ClaimedDelivery claim, SignatureView view, Constituent person) {
    var message = composer.compose(view, person, claim.seat(), claim.code(), clock.today());
    byte[] xml = CwcXml.of(message, lane.chamber());
    if (!CwcGrammar.of(lane.chamber()).faults(xml).isEmpty()) {
      store.settleUnsent(claim, Outcome.held(HeldReason.INVALID_MESSAGE));
      return true;
    }
    if (!store.markSending(claim, Sha256.of(xml), lane.lease())) {
      return true;
    }
    return goesOn(post(claim, xml));
  }

  private DeliveryResult post(ClaimedDelivery claim, byte[] xml) {
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    var result = lane.channel().send(new OutgoingMessage(xml, claim.attempts() > 0));
    var attempt = Attempt.of(startedAt, Duration.ofNanos(System.nanoTime() - start), result);
    store.settle(claim, attempt, Outcome.of(result, claim.attempts() + 1));
    return result;
  }

  private boolean goesOn(DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.LaneStopped(var code) -> {
        lanes.stop(lane.chamber(), code);
        LOG.error("the gateway of the {} stopped us: {}", lane.chamber().word(), code);
        yield false;
      }
      case DeliveryResult.OfficeOff _ -> {
        lane.offices().forget();
        yield true;
      }
      case DeliveryResult.Unavailable _ -> false;
      case DeliveryResult.Accepted _, DeliveryResult.Refused _, DeliveryResult.Uncertain _ -> true;
    };
  }
}
