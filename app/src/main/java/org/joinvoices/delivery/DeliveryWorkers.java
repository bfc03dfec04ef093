package org.joinvoices.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** One worker for each lane this house sends by. */
final class DeliveryWorkers {

  private final Map<Route, DeliveryWorker> workers = new EnumMap<>(Route.class);

  DeliveryWorkers(DeliveryLanes lanes, Function<Lane, DeliveryWorker> worker) {
    lanes.list().forEach(lane -> workers.put(lane.route(), worker.apply(lane)));
  }

  /** Sends what is due; nothing where there is no such lane. */
  void run(Route route) {
    DeliveryWorker worker = workers.get(route);
    if (worker != null) {
      worker.run();
    }
  }

  void stop() {
    workers.values().forEach(DeliveryWorker::stop);
  }
}
