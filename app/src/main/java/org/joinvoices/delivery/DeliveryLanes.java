package org.joinvoices.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.districts.Seat;

/**
 * Whether messages may leave for each chamber: it has a gateway, and {@link LaneStops} has none.
 */
public final class DeliveryLanes {

  private final LaneStops stops;
  private final List<Lane> lanes;
  private final InstantSource machine;

  DeliveryLanes(DataSource dataSource, List<Lane> lanes, InstantSource machine) {
    this.stops = new LaneStops(dataSource, machine);
    this.lanes = List.copyOf(lanes);
    this.machine = machine;
  }

  /** Why nothing leaves for the chamber: {@code no_channel} or {@code gateway_stopped}. */
  public Optional<String> findObstacle(Chamber chamber) {
    if (find(chamber).isEmpty()) {
      return Optional.of(HeldReason.NO_CHANNEL);
    }
    return isStopped(chamber) ? Optional.of(HeldReason.GATEWAY_STOPPED) : Optional.empty();
  }

  void stop(Chamber chamber, String code) {
    stops.stop(chamber, code);
  }

  boolean isOpen(Lane lane) {
    return !isStopped(lane.chamber())
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
