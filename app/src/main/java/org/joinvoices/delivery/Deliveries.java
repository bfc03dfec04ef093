package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.signing.SignatureKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the messages of one signature. */
public final class Deliveries {

  private static final Comparator<DeliveryLine> SENATORS_FIRST =
      Comparator.comparing((DeliveryLine line) -> !line.seat().isSenate())
          .thenComparing(DeliveryLine::seat);

  private final JdbcClient jdbc;
  private final Districts districts;
  private final DeliveryLanes lanes;
  private final CivicClock clock;

  Deliveries(DataSource dataSource, Districts districts, DeliveryLanes lanes, CivicClock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.districts = districts;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** One line per seat, senators first; empty before the signature is confirmed. */
  public List<DeliveryLine> list(SignatureKey key) {
    return jdbc
        .sql(
            """
            SELECT d.target, d.channel, d.state, d.held_reason, d.receipt, count(a.attempt_no) AS attempts,
              max(a.started_at) AS last_attempt
            FROM delivery d LEFT JOIN delivery_attempt a ON a.action_id = d.action_id AND a.delivery_id = d.id
            WHERE d.action_id = ? AND d.signature_id = ?
            GROUP BY d.action_id, d.id
            """)
        .params(key.action().value(), key.signature().value())
        .query(this::line)
        .list()
        .stream()
        .sorted(SENATORS_FIRST)
        .toList();
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

  private DeliveryLine line(ResultSet row, int number) throws SQLException {
    Seat seat = new Seat(row.getString("target"));
    var stored = DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    // A queued row whose lane is shut waits for a person, which is what held means to its reader.
    Optional<String> obstacle =
        stored == DeliveryState.QUEUED ? lanes.findObstacle(Chamber.of(seat)) : Optional.empty();
    Optional<Instant> lastAttempt =
        Optional.ofNullable(row.getObject("last_attempt", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    return new DeliveryLine(
        seat,
        officeholder(seat, stored, lastAttempt),
        row.getString("channel"),
        obstacle.isPresent() ? DeliveryState.HELD : stored,
        obstacle.isPresent() ? obstacle : Optional.ofNullable(row.getString("held_reason")),
        row.getInt("attempts"),
        lastAttempt,
        Optional.ofNullable(row.getString("receipt")));
  }

  /** Whoever held the seat when the message was accepted; else whoever holds it now. */
  private Optional<String> officeholder(
      Seat seat, DeliveryState state, Optional<Instant> lastAttempt) {
    LocalDate day =
        lastAttempt
            .filter(_ -> state == DeliveryState.ACCEPTED)
            .map(at -> LocalDate.ofInstant(at, CivicClock.CONGRESS))
            .orElse(clock.today());
    return districts.officeholder(seat, day).map(Officeholder::name);
  }
}
