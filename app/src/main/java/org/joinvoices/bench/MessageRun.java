package org.joinvoices.bench;

import java.io.IOException;
import java.util.Optional;

/** Confirms some signatures and waits until every message of theirs is at a gateway. */
final class MessageRun implements Load.Worker {

  private final HttpWorker confirming;
  private final GatewaySink gateway;
  private final int signatures;
  private final int offices;

  /**
   * @param offices how many each signature writes to
   */
  MessageRun(
      BenchHouse house, WaitingSignatures waiting, GatewaySink gateway, int signatures, int offices)
      throws IOException {
    this.confirming = new HttpWorker(house.port(), 303, waiting.confirmations());
    this.gateway = gateway;
    this.signatures = signatures;
    this.offices = offices;
  }

  @Override
  public Optional<Boolean> once() throws IOException, InterruptedException {
    long before = gateway.taken();
    for (int i = 0; i < signatures; i++) {
      Optional<Boolean> confirmed = confirming.once();
      if (confirmed.isEmpty() || !confirmed.get()) {
        return confirmed;
      }
    }
    long all = before + (long) signatures * offices;
    return Optional.of(Patience.await(() -> gateway.taken() >= all));
  }

  @Override
  public void close() throws IOException {
    confirming.close();
  }
}
