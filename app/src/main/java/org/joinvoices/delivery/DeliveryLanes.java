package org.joinvoices.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;

/**
 * Whether messages may leave for each chamber: it has a gateway, {@link LaneStops} has none, and no
 * new Congress is about to begin or has just begun.
 */
public final class DeliveryLanes {

  private final LaneStops stops;
  private final List<Lane> lanes;
  private final QuietGap gap;
  private final CivicClock clock;
  private final InstantSource machine;

  DeliveryLanes(
      DataSource dataSource,
      List<Lane> lanes,
      QuietGap gap,
      CivicClock clock,
      InstantSource machine) {
    this.stops = new LaneStops(dataSource, machine);
    this.lanes = List.copyOf(lanes);
    this.gap = gap;
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * Why nothing leaves for the chamber: {@code no_channel}, {@code gateway_stopped} or {@code
   * new_congress}.
   */
  public Optional<String> findObstacle(Chamber chamber) {
    if (find(chamber).isEmpty()) {
      return Optional.of(HeldReason.NO_CHANNEL);
    }
    if (isStopped(chamber)) {
      return Optional.of(HeldReason.GATEWAY_STOPPED);
    }
    return quietUntil().map(_ -> HeldReason.NEW_CONGRESS);
  }

  /** Civic instant until which messages to Congress wait for a new one; empty at other times. */
  Optional<Instant> quietUntil() {
    return gap.end(clock.instant());
  }

  void stop(Chamber chamber, String code) {
    stops.stop(chamber, code);
  }

  boolean isOpen(Lane lane) {
    return !isStopped(lane.chamber())
        && quietUntil().isEmpty()
        && !GatewayWindows.isClosed(lane.chamber(), lane.gateway(), machine.instant())
        && lane.offices().isKnown();
  }

  /** Whether the seat's office takes messages now. */
  boolean lists(Seat seat) {
    return find(Chamber.of(seat))
        .map(lane -> lane.offices().contains(OfficeCode.of(seat)))
        .orElse(false);
  }

  List<Lane> list() {
    return lanes;
  }

  private Optional<Lane> find(Chamber chamber) {
    return lanes.stream().filter(lane -> lane.chamber() == chamber).findFirst();
  }

  private boolean isStopped(Chamber chamber) {
    return stops.find(chamber).isPresent();
  }
}
