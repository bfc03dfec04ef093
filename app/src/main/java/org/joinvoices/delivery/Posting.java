package org.joinvoices.delivery;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.DeliveryStore.Composed;
import org.joinvoices.delivery.DeliveryStore.Marked;
import org.joinvoices.delivery.DeliveryStore.Settled;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.SharedWrites;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What is done with a few claimed rows of one lane: look again whether they should still go,
 * compose, check, mark as sending, post each once, record.
 */
final class Posting {

  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private static final int RECORD_TRIES = 10;
  private static final Duration RECORD_PAUSE = Duration.ofSeconds(2);

  private final Lane lane;
  private final DeliveryLanes lanes;
  private final DeliveryStore store;
  private final SharedWrites<Settled> ledger;
  private final Signatures signatures;
  private final Districts districts;
  private final Actions actions;
  private final ChannelChoice choice;
  private final CivicClock clock;

  Posting(
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
    this.ledger = new SharedWrites<>(store::settle);
    this.signatures = signatures;
    this.districts = districts;
    this.actions = actions;
    this.choice = choice;
    this.clock = clock;
  }

  /**
   * @param goesOn turned to false when the lane should rest, before anything of it is recorded: a
   *     row that is queued again must not be taken again by whoever works beside this
   */
  void post(List<ClaimedDelivery> claims, AtomicBoolean goesOn) {
    Map<SignatureKey, Signer> signers;
    try {
      signers = signatures.signers(keys(claims));
    } catch (RuntimeException e) {
      oneByOne(claims, goesOn, e);
      return;
    }
    List<Composed> ready =
        together(
            claims,
            claim -> prepared(claim, Optional.ofNullable(signers.get(claim.signature())), goesOn));
    if (!ready.isEmpty()) {
      send(ready, goesOn);
    }
  }

  /** One person who cannot be read does not stop the others. */
  private void oneByOne(List<ClaimedDelivery> claims, AtomicBoolean goesOn, RuntimeException why) {
    if (claims.size() > 1) {
      claims.forEach(claim -> post(List.of(claim), goesOn));
    } else {
      setAside(claims.getFirst(), why);
    }
  }

  private void setAside(ClaimedDelivery claim, RuntimeException why) {
    LOG.warn("delivery {} failed: {}", claim.id(), why.getClass().getName());
    store.settleUnsent(claim, Outcome.queued(AFTER_FAILURE));
  }

  /** The same with each of a few, at the same time: most of it is waiting for the far side. */
  private static <T, R> List<R> together(List<T> some, Function<T, Optional<R>> work) {
    if (some.size() == 1) {
      return work.apply(some.getFirst()).stream().toList();
    }
    List<Future<Optional<R>>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      some.forEach(one -> running.add(threads.submit(() -> work.apply(one))));
    }
    return running.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
  }

  /** As {@link #prepare}; one that fails does not stop the others. */
  private Optional<Composed> prepared(
      ClaimedDelivery claim, Optional<Signer> signer, AtomicBoolean goesOn) {
    try {
      return prepare(claim, signer, goesOn);
    } catch (RuntimeException e) {
      setAside(claim, e);
      return Optional.empty();
    }
  }

  private static List<SignatureKey> keys(List<ClaimedDelivery> claims) {
    return claims.stream().map(ClaimedDelivery::signature).distinct().toList();
  }

  /** Empty when the row waits or has ended instead. */
  private Optional<Composed> prepare(
      ClaimedDelivery claim, Optional<Signer> signer, AtomicBoolean goesOn) {
    SignatureView view = signer.map(Signer::signature).orElse(null);
    Constituent person = signer.flatMap(Signer::person).orElse(null);
    if (view == null || person == null || !view.writesTo().contains(claim.seat())) {
      store.settleUnsent(claim, Outcome.settled(DeliveryState.WITHDRAWN));
      return Optional.empty();
    }
    var turnover = Turnover.obstacle(view, claim.seat(), districts, clock.today());
    if (turnover.isPresent()) {
      store.settleUnsent(claim, Outcome.held(turnover.get()));
      return Optional.empty();
    }
    switch (lane.serves(action(claim), claim.seat())) {
      case YES -> {
        return compose(claim, view, person);
      }
      case NO ->
          next(claim)
              .ifPresentOrElse(
                  route -> store.moveOn(claim, route),
                  () -> store.settleUnsent(claim, Outcome.officeOff()));
      case UNKNOWN -> {
        store.settleUnsent(claim, Outcome.queued(AFTER_FAILURE));
        goesOn.set(false);
      }
    }
    return Optional.empty();
  }

  private Action action(ClaimedDelivery claim) {
    return actions.get(claim.signature().action());
  }

  /** The next way to an office that this lane does not reach. */
  private Optional<Route> next(ClaimedDelivery claim) {
    return choice.after(lane.route(), action(claim), claim.seat());
  }

  private Optional<Composed> compose(
      ClaimedDelivery claim, SignatureView view, Constituent person) {
    return switch (lane.prepare(view, person, claim.seat(), claim.code(), clock.today())) {
      case Lane.Prepared.Held(var reason) -> {
        store.settleUnsent(claim, Outcome.held(reason));
        yield Optional.empty();
      }
      case Lane.Prepared.Ready(var imprint, var post) -> {
        if (!claim.imprint().orElse(imprint).equals(imprint)) {
          store.settleUnsent(claim, Outcome.held(HeldReason.MESSAGE_CHANGED));
          yield Optional.empty();
        }
        yield Optional.of(new Composed(claim, imprint, post));
      }
    };
  }

  private void send(List<Composed> ready, AtomicBoolean goesOn) {
    var marked = store.markSending(asked(ready), lane.lease());
    // Whoever withdrew before this moment is heard; afterwards the message counts as on its way.
    var wanted = signatures.writesTo(keys(marked.stream().map(Marked::claim).toList()));
    together(
        marked,
        row -> {
          ClaimedDelivery claim = row.claim();
          if (wanted.getOrDefault(claim.signature(), List.of()).contains(claim.seat())) {
            postOne(row, goesOn);
          } else {
            store.withdrawUnsent(row);
          }
          return Optional.empty();
        });
  }

  /**
   * Asks the far side, where one can, before any row is marked: whoever dies while asking leaves
   * nothing unclear. What it objects to is not posted; the objection is the attempt.
   */
  private static List<Composed> asked(List<Composed> ready) {
    return together(ready, one -> Optional.of(one.asked()));
  }

  /** What cannot be recorded stays as being sent, and is a person's in the end. */
  private void postOne(Marked row, AtomicBoolean goesOn) {
    try {
      heed(post(row, goesOn));
    } catch (RuntimeException e) {
      LOG.warn("delivery {} failed: {}", row.claim().id(), e.getClass().getName());
    }
  }

  private DeliveryResult post(Marked row, AtomicBoolean goesOn) {
    ClaimedDelivery claim = row.claim();
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    var result = row.composed().post().send(claim.attempts() > 0);
    var attempt = Attempt.of(startedAt, Duration.ofNanos(System.nanoTime() - start), result);
    if (restsAfter(result)) {
      goesOn.set(false);
    }
    Metrics.timer(
            "joinvoices.delivery.attempt", "lane", lane.route().word(), "result", attempt.result())
        .record(attempt.took());
    var onward = result instanceof DeliveryResult.OfficeOff ? next(claim) : Optional.<Route>empty();
    var outcome = Outcome.of(result, claim.attempts() + 1);
    record(
        () ->
            onward.ifPresentOrElse(
                route -> store.moveOn(row, attempt, route),
                () -> ledger.write(new Settled(row, attempt, outcome))));
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

  private static boolean restsAfter(DeliveryResult result) {
    return result instanceof DeliveryResult.LaneStopped
        || result instanceof DeliveryResult.Unavailable;
  }

  private void heed(DeliveryResult result) {
    switch (result) {
      case DeliveryResult.LaneStopped(var code) -> {
        lanes.stop(lane.route(), code);
        LOG.error("lane {} is stopped by its far side: {}", lane.route().word(), code);
      }
      case DeliveryResult.OfficeOff _ -> lane.forgetOffices();
      case DeliveryResult.Unavailable _,
          DeliveryResult.Accepted _,
          DeliveryResult.Refused _,
          DeliveryResult.Uncertain _ -> {
        // nothing that the whole lane should know
      }
    }
  }
}
