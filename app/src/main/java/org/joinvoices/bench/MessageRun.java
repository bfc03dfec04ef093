package org.joinvoices.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Confirms some signatures and waits until every message of theirs is at a gateway. */
final class MessageRun implements Load.Worker {

  /**
   * How much.
   *
   * @param offices how many each signature writes to
   * @param connections over which they are confirmed at once
   */
  record Size(int signatures, int offices, int connections) {}

  private final List<HttpWorker> confirming = new ArrayList<>();
  private final GatewaySink gateway;
  private final Size size;

  MessageRun(BenchHouse house, WaitingSignatures waiting, GatewaySink gateway, Size size)
      throws IOException {
    for (int i = 0; i < size.connections(); i++) {
      confirming.add(new HttpWorker(house.port(), 303, waiting.confirmations()));
    }
    this.gateway = gateway;
    this.size = size;
  }

  @Override
  public Optional<Boolean> once() throws IOException, InterruptedException {
    long all = gateway.taken() + (long) size.signatures() * size.offices();
    var left = new AtomicInteger(size.signatures());
    List<Future<Optional<Boolean>>> parts = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      confirming.forEach(one -> parts.add(threads.submit(() -> confirm(one, left))));
    }
    for (Future<Optional<Boolean>> part : parts) {
      Optional<Boolean> confirmed = part.resultNow();
      if (confirmed.isEmpty() || !confirmed.get()) {
        return confirmed;
      }
    }
    return Optional.of(Patience.await(() -> gateway.taken() >= all));
  }

  /** Until none is left. */
  private static Optional<Boolean> confirm(HttpWorker one, AtomicInteger left) throws IOException {
    while (left.getAndDecrement() > 0) {
      Optional<Boolean> confirmed = one.once();
      if (confirmed.isEmpty() || !confirmed.get()) {
        return confirmed;
      }
    }
    return Optional.of(true);
  }

  @Override
  public void close() throws IOException {
    for (HttpWorker one : confirming) {
      one.close();
    }
  }
}
