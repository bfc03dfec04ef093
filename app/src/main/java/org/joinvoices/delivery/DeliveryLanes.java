package org.joinvoices.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.districts.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether messages may leave for each chamber. A lane stops when its gateway refuses our key or
 * name, and stays stopped until an operator has mended that and lets it go on.
 */
public final class DeliveryLanes {

  private final JdbcClient jdbc;
  private final List<Lane> lanes;
  private final InstantSource machine;

  DeliveryLanes(DataSource dataSource, List<Lane> lanes, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
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

  /** What the gateway said when it stopped the lane, as a code; empty while it is not stopped. */
  public Optional<String> findStopCode(Chamber chamber) {
    return jdbc.sql("SELECT reason FROM delivery_lane WHERE lane = ? AND stopped")
        .param(chamber.word())
        .query(String.class)
        .optional();
  }

  /** The operator has mended what stopped the lane. */
  public void resume(Chamber chamber) {
    set(chamber, false, "resumed");
  }

  void stop(Chamber chamber, String code) {
    set(chamber, true, code);
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
    return findStopCode(chamber).isPresent();
  }

  private void set(Chamber chamber, boolean stopped, String reason) {
    jdbc.sql(
            """
            INSERT INTO delivery_lane (lane, stopped, reason, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (lane) DO UPDATE SET stopped = excluded.stopped, reason = excluded.reason,
              changed_at = excluded.changed_at
            """)
        .params(chamber.word(), stopped, reason, machine.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
