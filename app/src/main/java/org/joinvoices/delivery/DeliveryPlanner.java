package org.joinvoices.delivery;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.joinvoices.signing.SignatureEvent;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;

/**
 * Turns what happens to signatures into rows: whatever the event, the rows of its signature are
 * brought to what the signature now calls for. So planning twice changes nothing.
 */
final class DeliveryPlanner {

  static final String NAME = "delivery.plan";
  private static final int BATCH = 200;

  /** A row withdrawn before any attempt comes back when its seat is chosen again. */
  private static final String PLAN =
      """
      INSERT INTO delivery (action_id, id, signature_id, target, channel, lane, state, held_reason, delivery_code,
                            due_at, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT ON CONSTRAINT delivery_once_per_target DO UPDATE SET channel = excluded.channel,
        lane = excluded.lane, state = excluded.state, held_reason = excluded.held_reason, due_at = excluded.due_at,
        settled_at = NULL, packet_id = NULL, packet_place = NULL, message_hash = NULL
      WHERE delivery.state = 'withdrawn'
        AND NOT EXISTS (SELECT 1 FROM delivery_attempt a WHERE a.action_id = delivery.action_id
                        AND a.delivery_id = delivery.id)
      """;

  private static final String WITHDRAW =
      """
      UPDATE delivery SET state = 'withdrawn', held_reason = NULL, lease_until = NULL, settled_at = ?
      WHERE action_id = ? AND signature_id = ? AND state IN ('queued', 'held') AND NOT target = ANY (?)
      """;

  private static final String ROWS =
      """
      SELECT d.action_id, d.signature_id, d.target,
        d.state IN ('sending', 'accepted', 'needs_review', 'handed_over') AS sent
      FROM unnest(?::uuid[], ?::uuid[]) AS asked (action_id, id)
      JOIN delivery d ON d.action_id = asked.action_id AND d.signature_id = asked.id
      """;

  private final SignatureEvents events;
  private final Actions actions;
  private final ChannelChoice choice;
  private final Districts districts;
  private final CivicClock clock;
  private final InstantSource machine;

  DeliveryPlanner(
      SignatureEvents events,
      Actions actions,
      ChannelChoice choice,
      Districts districts,
      CivicClock clock,
      InstantSource machine) {
    this.events = events;
    this.actions = actions;
    this.choice = choice;
    this.districts = districts;
    this.clock = clock;
    this.machine = machine;
  }

  /** Plans until no event is left. */
  void run() {
    // read ahead: what plans has one connection, and holds it
    Map<ActionId, Action> known =
        actions.list().stream().collect(toMap(Action::id, Function.identity()));
    while (events.read(NAME, BATCH, (connection, batch) -> plan(connection, batch, known))
        == BATCH) {
      // the next batch, in a transaction of its own
    }
  }

  private void plan(Connection connection, List<SignatureEvent> batch, Map<ActionId, Action> known)
      throws SQLException {
    List<SignatureKey> keys = batch.stream().map(SignatureEvent::key).distinct().toList();
    LocalDate today = clock.today();
    var earlier = Signatures.listEarlier(connection, keys);
    var sent = sent(connection, keys, earlier);
    try (var insert = connection.prepareStatement(PLAN)) {
      for (SignatureView view : Signatures.list(connection, keys)) {
        List<Seat> seats = oneOfTheHouse(view.writesTo(), sent.getOrDefault(view.key(), Set.of()));
        if (sent.containsKey(view.key())) {
          withdrawOthers(connection, view.key(), seats);
        }
        if (!seats.isEmpty()) {
          Set<Seat> sentBefore =
              earlier.getOrDefault(view.key(), Set.of()).stream()
                  .flatMap(key -> sent.getOrDefault(key, Set.of()).stream())
                  .collect(toSet());
          add(
              insert,
              view.key(),
              action(view.key(), known),
              seats,
              seat -> held(view, seat, sentBefore, today));
        }
      }
      insert.executeBatch();
    }
  }

  /** One published a moment ago is known at the next run; nothing of this one is kept then. */
  private static Action action(SignatureKey key, Map<ActionId, Action> known) {
    Action action = known.get(key.action());
    if (action == null) {
      throw new IllegalStateException("an action that was not there when planning began");
    }
    return action;
  }

  /** Whoever has written to one House member writes to no other, wherever lines run since. */
  private static List<Seat> oneOfTheHouse(List<Seat> wanted, Set<Seat> sent) {
    boolean written = sent.stream().anyMatch(seat -> !seat.isSenate());
    return wanted.stream()
        .filter(seat -> seat.isSenate() || !written || sent.contains(seat))
        .toList();
  }

  /**
   * Seats that have, or may have, the message already: of each of these signatures, and of those
   * that the same persons made before, that has any row.
   */
  private static Map<SignatureKey, Set<Seat>> sent(
      Connection connection, List<SignatureKey> keys, Map<SignatureKey, Set<SignatureKey>> earlier)
      throws SQLException {
    List<SignatureKey> all =
        Stream.concat(keys.stream(), earlier.values().stream().flatMap(Set::stream))
            .distinct()
            .toList();
    Map<SignatureKey, Set<Seat>> sent = new HashMap<>();
    try (var select = FreshPlan.prepare(connection, ROWS)) {
      select.setArray(1, SqlArrays.of(connection, "uuid", all, key -> key.action().value()));
      select.setArray(2, SqlArrays.of(connection, "uuid", all, key -> key.signature().value()));
      var rows = select.executeQuery();
      while (rows.next()) {
        var key =
            new SignatureKey(
                new ActionId(rows.getObject("action_id", UUID.class)),
                new SignatureId(rows.getObject("signature_id", UUID.class)));
        Set<Seat> seats = sent.computeIfAbsent(key, _ -> new HashSet<>());
        if (rows.getBoolean("sent")) {
          seats.add(new Seat(rows.getString("target")));
        }
      }
    }
    return sent;
  }

  /** Why nothing goes to the seat yet, or ever. */
  private Optional<String> held(
      SignatureView view, Seat seat, Set<Seat> sentBefore, LocalDate today) {
    return sentBefore.contains(seat)
        ? Optional.of(HeldReason.SENT_BEFORE)
        : Turnover.obstacle(view, seat, districts, today);
  }

  private void withdrawOthers(Connection connection, SignatureKey key, List<Seat> seats)
      throws SQLException {
    try (var update = connection.prepareStatement(WITHDRAW)) {
      update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      update.setObject(2, key.action().value());
      update.setObject(3, key.signature().value());
      update.setArray(4, SqlArrays.of(connection, "text", seats, Seat::value));
      update.executeUpdate();
    }
  }

  private void add(
      PreparedStatement insert,
      SignatureKey key,
      Action action,
      List<Seat> seats,
      Function<Seat, Optional<String>> held)
      throws SQLException {
    for (Seat seat : seats) {
      Optional<String> reason = held.apply(seat);
      Route route = choice.first(action, seat);
      insert.setObject(1, key.action().value());
      insert.setObject(2, UuidCreator.getTimeOrderedEpoch());
      insert.setObject(3, key.signature().value());
      insert.setString(4, seat.value());
      insert.setString(5, route.channel().word());
      insert.setString(6, route.word());
      insert.setString(7, reason.isPresent() ? "held" : "queued");
      insert.setString(8, reason.orElse(null));
      insert.setString(9, newDeliveryCode());
      insert.setObject(10, machine.instant().atOffset(ZoneOffset.UTC));
      insert.setObject(11, clock.instant().atOffset(ZoneOffset.UTC));
      insert.addBatch();
    }
  }

  /** Random, so that it tells an office nothing of when somebody signed: 32 hex digits. */
  private static String newDeliveryCode() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
