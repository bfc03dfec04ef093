package org.joinvoices.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets held deliveries go once what they waited for is there. */
final class DeliveryRelease {

  static final String NAME = "delivery.release";

  private record Place(UUID action, Seat seat, Route route) {}

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Districts districts;
  private final DeliveryLanes lanes;
  private final CivicClock clock;
  private final InstantSource machine;

  DeliveryRelease(
      DataSource dataSource,
      Actions actions,
      Districts districts,
      DeliveryLanes lanes,
      CivicClock clock,
      InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.districts = districts;
    this.lanes = lanes;
    this.clock = clock;
    this.machine = machine;
  }

  void run() {
    release(
        HeldReason.VACANT_SEAT,
        place -> districts.officeholder(place.seat(), clock.today()).isPresent());
    release(
        HeldReason.OFFICE_OFF,
        place ->
            lanes.serves(place.route(), actions.get(new ActionId(place.action())), place.seat()));
  }

  private void release(String reason, Predicate<Place> isOver) {
    waiting(reason).stream().filter(isOver).forEach(place -> release(reason, place));
  }

  /** What was turned away rests until its due time, so that a list that errs makes no loop. */
  private List<Place> waiting(String reason) {
    return jdbc.sql(
            """
            SELECT DISTINCT action_id, target, lane FROM delivery
            WHERE state = 'held' AND held_reason = ? AND due_at <= ?
            """)
        .params(reason, machine.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Place(
                    row.getObject("action_id", UUID.class),
                    new Seat(row.getString("target")),
                    Route.valueOf(row.getString("lane").toUpperCase(Locale.ROOT))))
        .list();
  }

  private void release(String reason, Place place) {
    jdbc.sql(
            """
            UPDATE delivery SET state = 'queued', held_reason = NULL
            WHERE state = 'held' AND action_id = ? AND target = ? AND lane = ? AND held_reason = ? AND due_at <= ?
            """)
        .params(
            place.action(),
            place.seat().value(),
            place.route().word(),
            reason,
            machine.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
