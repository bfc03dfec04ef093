package org.joinvoices.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets held deliveries go once what they waited for is there. */
final class DeliveryRelease {

  static final String NAME = "delivery.release";

  private final JdbcClient jdbc;
  private final Districts districts;
  private final DeliveryLanes lanes;
  private final CivicClock clock;
  private final InstantSource machine;

  DeliveryRelease(
      DataSource dataSource,
      Districts districts,
      DeliveryLanes lanes,
      CivicClock clock,
      InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.districts = districts;
    this.lanes = lanes;
    this.clock = clock;
    this.machine = machine;
  }

  void run() {
    release(
        HeldReason.VACANT_SEAT, seat -> districts.officeholder(seat, clock.today()).isPresent());
    release(HeldReason.OFFICE_OFF, lanes::lists);
  }

  private void release(String reason, Predicate<Seat> isOver) {
    waiting(reason).stream().filter(isOver).forEach(seat -> release(reason, seat));
  }

  /** What was turned away rests until its due time, so that a list that errs makes no loop. */
  private List<Seat> waiting(String reason) {
    return jdbc.sql(
            """
            SELECT DISTINCT target FROM delivery
            WHERE state = 'held' AND held_reason = ? AND due_at <= ?
            """)
        .params(reason, machine.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Seat(row.getString("target")))
        .list();
  }

  private void release(String reason, Seat seat) {
    jdbc.sql(
            """
            UPDATE delivery SET state = 'queued', held_reason = NULL
            WHERE state = 'held' AND target = ? AND held_reason = ? AND due_at <= ?
            """)
        .params(seat.value(), reason, machine.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
