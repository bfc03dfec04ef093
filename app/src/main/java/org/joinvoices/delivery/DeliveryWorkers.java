package org.joinvoices.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** One worker for each lane that has a gateway. */
final class DeliveryWorkers {

  private final Map<Chamber, DeliveryWorker> workers = new EnumMap<>(Chamber.class);

  DeliveryWorkers(DeliveryLanes lanes, Function<Lane, DeliveryWorker> worker) {
    lanes.list().forEach(lane -> workers.put(lane.chamber(), worker.apply(lane)));
  }

  /** Sends what is due; nothing where the chamber has no lane. */
  void run(Chamber chamber) {
    DeliveryWorker worker = workers.get(chamber);
    if (worker != null) {
      worker.run();
    }
  }

  void stop() {
    workers.values().forEach(DeliveryWorker::stop);
  }
}
