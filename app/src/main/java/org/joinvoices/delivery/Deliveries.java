package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicWeek;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the messages of one signature, and of all of an action. */
public final class Deliveries {

  private static final Comparator<Seat> BY_SEAT =
      Comparator.comparing((Seat seat) -> !seat.isSenate()).thenComparing(seat -> seat);
  private static final Comparator<DeliveryLine> SENATORS_FIRST =
      Comparator.comparing(DeliveryLine::seat, BY_SEAT);

  private final JdbcClient jdbc;
  private final Districts districts;
  private final DeliveryLanes lanes;
  private final CivicClock clock;
  private final Recall recall;

  Deliveries(DataSource dataSource, Districts districts, DeliveryLanes lanes, CivicClock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.districts = districts;
    this.lanes = lanes;
    this.clock = clock;
    this.recall = new Recall(dataSource);
  }

  /** One line per seat, senators first; empty before the signature is confirmed. */
  public List<DeliveryLine> list(SignatureKey key) {
    var paused = lanes.paused();
    return jdbc
        .sql(
            """
            SELECT d.target, d.lane, d.state, d.held_reason, d.receipt, d.supporter_did, d.message_hash,
              count(a.attempt_no) AS attempts, max(a.started_at) AS last_attempt, (array_agg(a.result ORDER BY a.attempt_no DESC))[1] AS last_result
            FROM delivery d LEFT JOIN delivery_attempt a ON a.action_id = d.action_id AND a.delivery_id = d.id
            WHERE d.action_id = ? AND d.signature_id = ?
            GROUP BY d.action_id, d.id
            """)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> line(key.action(), row, paused))
        .list()
        .stream()
        .sorted(SENATORS_FIRST)
        .toList();
  }

  /**
   * Notes what the signer did with the text; it makes nothing sent. Who wrote stays one who wrote,
   * because the same text must not go there a second time.
   */
  public void note(SignatureKey key, Seat seat, SupporterAct act) {
    jdbc.sql(
            """
            UPDATE delivery SET supporter_did = CASE WHEN supporter_did = 'wrote' THEN 'wrote' ELSE :did END,
              supporter_did_at = :now
            WHERE action_id = :action AND signature_id = :signature AND target = :seat
            """)
        .param("did", act.word())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("action", key.action().value())
        .param("signature", key.signature().value())
        .param("seat", seat.value())
        .update();
  }

  /** What of a signature has left, or may have. */
  public Left left(SignatureView signature) {
    return recall.left(signature);
  }

  /**
   * As {@link #left}; what has not left does not leave before the caller's transaction ends, and
   * then as the signature says by then.
   */
  public Left keepBack(SignatureView signature) {
    recall.keepBack(signature.key());
    return recall.left(signature);
  }

  /** After a correction: queues what waited because it could not go as it was typed. */
  public void goOn(SignatureKey key) {
    recall.goOn(key, HeldReason.AS_TYPED);
  }

  /** All that is held of the messages of one signature and of each attempt; a JSON array. */
  public String export(SignatureKey key) {
    return jdbc.sql(
            """
            SELECT coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('attempts',
                (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.attempt_no), '[]') FROM delivery_attempt a
                 WHERE a.action_id = d.action_id AND a.delivery_id = d.id))), '[]')
            FROM delivery d WHERE d.action_id = ? AND d.signature_id = ?
            """)
        .params(key.action().value(), key.signature().value())
        .query(String.class)
        .single();
  }

  /**
   * How many offices took at least one message of an action, or had one handed over to them; what
   * was left to signers is not among it. It reads all messages of the action.
   */
  public long reached(ActionId action) {
    return jdbc.sql(
            """
            SELECT count(DISTINCT target) FROM delivery
            WHERE action_id = ? AND (state = 'accepted' OR (state = 'handed_over' AND channel <> 'hand_off'))
            """)
        .param(action.value())
        .query(Long.class)
        .single();
  }

  /** How many messages of an action stand where, office by office, senators first. */
  public List<OfficeStates> byOffice(ActionId action) {
    Map<Seat, Map<DeliveryState, Long>> bySeat = new TreeMap<>(BY_SEAT);
    var paused = lanes.paused();
    jdbc.sql(
            "SELECT target, lane, state, count(*) AS messages FROM delivery WHERE action_id = ? GROUP BY target, lane, state")
        .param(action.value())
        .query(
            row -> {
              Seat seat = new Seat(row.getString("target"));
              bySeat
                  .computeIfAbsent(seat, _ -> new EnumMap<>(DeliveryState.class))
                  .merge(
                      shown(stored(row), obstacle(action, seat, route(row), paused)),
                      row.getLong("messages"),
                      Long::sum);
            });
    return bySeat.entrySet().stream()
        .map(
            entry ->
                new OfficeStates(
                    entry.getKey(), holder(entry.getKey(), clock.today()), entry.getValue()))
        .toList();
  }

  private Optional<String> holder(Seat seat, LocalDate day) {
    return districts.officeholder(seat, day).map(Officeholder::name);
  }

  private static DeliveryState stored(ResultSet row) throws SQLException {
    return DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static Route route(ResultSet row) throws SQLException {
    return Route.valueOf(row.getString("lane").toUpperCase(Locale.ROOT));
  }

  /** A queued row that is kept back waits for a person, which is what held means to its reader. */
  private static DeliveryState shown(DeliveryState stored, Optional<String> obstacle) {
    return stored == DeliveryState.QUEUED && obstacle.isPresent() ? DeliveryState.HELD : stored;
  }

  private Optional<String> obstacle(ActionId action, Seat seat, Route route, Pauses.Now paused) {
    return lanes.findObstacle(route).or(() -> paused.obstacle(action, seat, route));
  }

  private DeliveryLine line(ActionId action, ResultSet row, Pauses.Now paused) throws SQLException {
    Seat seat = new Seat(row.getString("target"));
    Route route = route(row);
    var stored = stored(row);
    Optional<String> obstacle =
        stored == DeliveryState.QUEUED ? obstacle(action, seat, route, paused) : Optional.empty();
    Optional<Instant> lastAttempt =
        Optional.ofNullable(row.getObject("last_attempt", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    return new DeliveryLine(
        seat,
        officeholder(seat, stored, lastAttempt),
        route.channel(),
        shown(stored, obstacle),
        obstacle.isPresent() ? obstacle : Optional.ofNullable(row.getString("held_reason")),
        obstacle.filter(HeldReason.NEW_CONGRESS::equals).flatMap(_ -> lanes.quietUntil()),
        row.getInt("attempts"),
        lastAttempt,
        Optional.ofNullable(row.getString("receipt")),
        Optional.ofNullable(row.getString("last_result")),
        Optional.ofNullable(row.getString("supporter_did")),
        Optional.ofNullable(row.getBytes("message_hash")).map(HexFormat.of()::formatHex));
  }

  /**
   * Whoever held the seat when the message was accepted; else whoever holds it now. Where only the
   * week of that is known any more and the seat changed hands in it, nobody.
   */
  private Optional<String> officeholder(
      Seat seat, DeliveryState state, Optional<Instant> lastAttempt) {
    Optional<Instant> accepted = lastAttempt.filter(_ -> state == DeliveryState.ACCEPTED);
    LocalDate day =
        accepted.map(at -> LocalDate.ofInstant(at, CivicClock.CONGRESS)).orElse(clock.today());
    Optional<String> holder = holder(seat, day);
    return accepted
        .filter(CivicWeek::isAllThatIsLeftOf)
        .map(
            at ->
                holder.filter(holder(seat, CivicWeek.of(at).sunday()).stream().toList()::contains))
        .orElse(holder);
  }
}
