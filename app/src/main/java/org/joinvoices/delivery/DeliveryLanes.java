package org.joinvoices.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;

/**
 * Whether messages may leave by each lane: this house has it, {@link LaneStops} has none for it,
 * and no new Congress is about to begin or has just begun.
 */
public final class DeliveryLanes {

  private final LaneStops stops;
  private final Pauses pauses;
  private final List<Lane> lanes;
  private final QuietGap gap;
  private final CivicClock clock;

  DeliveryLanes(
      DataSource dataSource,
      List<Lane> lanes,
      QuietGap gap,
      CivicClock clock,
      InstantSource machine) {
    this.stops = new LaneStops(dataSource, machine);
    this.pauses = new Pauses(dataSource, machine);
    this.lanes = List.copyOf(lanes);
    this.gap = gap;
    this.clock = clock;
  }

  /**
   * Why nothing leaves by the lane: {@code no_channel}, {@code gateway_stopped} or {@code
   * new_congress}. What people carry has no obstacle.
   */
  public Optional<String> findObstacle(Route route) {
    if (!route.isSent()) {
      return Optional.empty();
    }
    if (!has(route)) {
      return Optional.of(HeldReason.NO_CHANNEL);
    }
    if (isStopped(route)) {
      return Optional.of(HeldReason.GATEWAY_STOPPED);
    }
    return quietUntil().map(_ -> HeldReason.NEW_CONGRESS);
  }

  /** What is paused now. */
  Pauses.Now paused() {
    return pauses.now();
  }

  /** Civic instant until which messages to Congress wait for a new one; empty at other times. */
  Optional<Instant> quietUntil() {
    return gap.end(clock.instant());
  }

  void stop(Route route, String code) {
    stops.stop(route, code);
  }

  boolean isOpen(Lane lane) {
    return !isStopped(lane.route()) && quietUntil().isEmpty() && lane.isOpen();
  }

  /** Whether this house sends by the lane at all. */
  boolean has(Route route) {
    return find(route).isPresent();
  }

  /** Whether the lane takes messages for the seat's office now. */
  boolean serves(Route route, Action action, Seat seat) {
    return find(route).map(lane -> lane.serves(action, seat) == Lane.Serves.YES).orElse(false);
  }

  List<Lane> list() {
    return lanes;
  }

  /** Those of the chambers. */
  List<CwcLane> gateways() {
    return lanes.stream().filter(CwcLane.class::isInstance).map(CwcLane.class::cast).toList();
  }

  private Optional<Lane> find(Route route) {
    return lanes.stream().filter(lane -> lane.route() == route).findFirst();
  }

  private boolean isStopped(Route route) {
    return stops.find(route).isPresent();
  }
}
