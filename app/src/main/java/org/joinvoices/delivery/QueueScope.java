package org.joinvoices.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;

/**
 * Some messages of one letter: all of it, or only those of an office, a lane, a state, a reason, or
 * one alone. What is empty does not matter.
 *
 * @param reason why it is held
 */
public record QueueScope(
    ActionId action,
    Optional<Seat> seat,
    Optional<Route> route,
    Optional<DeliveryState> state,
    Optional<String> reason,
    Optional<UUID> row) {

  public static QueueScope of(ActionId action) {
    return new QueueScope(
        action,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public QueueScope with(Seat only) {
    return new QueueScope(action, Optional.of(only), route, state, reason, row);
  }

  public QueueScope with(DeliveryState only) {
    return new QueueScope(action, seat, route, Optional.of(only), reason, row);
  }

  public QueueScope with(Route only) {
    return new QueueScope(action, seat, Optional.of(only), state, reason, row);
  }

  public QueueScope with(UUID only) {
    return new QueueScope(action, seat, route, state, reason, Optional.of(only));
  }

  public QueueScope withReason(String only) {
    return new QueueScope(action, seat, route, state, Optional.of(only), row);
  }

  /** A condition on {@code delivery d}. */
  String condition() {
    var sql = new StringBuilder("d.action_id = :action");
    seat.ifPresent(_ -> sql.append(" AND d.target = :seat"));
    route.ifPresent(_ -> sql.append(" AND d.lane = :lane"));
    state.ifPresent(_ -> sql.append(" AND d.state = :state"));
    reason.ifPresent(_ -> sql.append(" AND d.held_reason = :reason"));
    row.ifPresent(_ -> sql.append(" AND d.id = :row"));
    return sql.toString();
  }

  /** What {@link #condition} asks for. */
  Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("action", action.value());
    seat.ifPresent(one -> parameters.put("seat", one.value()));
    route.ifPresent(one -> parameters.put("lane", one.word()));
    state.ifPresent(one -> parameters.put("state", one.word()));
    reason.ifPresent(one -> parameters.put("reason", one));
    row.ifPresent(one -> parameters.put("row", one));
    return parameters;
  }
}
