package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is due, and claiming it. Rows lie letter by letter and office by office in an index of their
 * own, so that what is not asked for is never touched, however much of it there is. A claimed row
 * stays {@code queued} and is not due until its lease ends: a crash before posting costs nothing.
 */
final class DeliveryQueue {

  /**
   * How many of which messages to claim at most.
   *
   * @param room of the office at this moment
   */
  record Share(ActionId action, Seat office, int room) {}

  /** Leaps from one letter and office to the next, each by one descent of the index. */
  private static final String SURVEY =
      """
      WITH RECURSIVE heap AS (
        (SELECT action_id, target, due_at FROM delivery WHERE lane = ? AND state = 'queued'
         ORDER BY action_id, target, due_at LIMIT 1)
        UNION ALL
        SELECT next.action_id, next.target, next.due_at FROM heap CROSS JOIN LATERAL (
          SELECT d.action_id, d.target, d.due_at FROM delivery d
          WHERE d.lane = ? AND d.state = 'queued' AND (d.action_id, d.target) > (heap.action_id, heap.target)
          ORDER BY d.action_id, d.target, d.due_at LIMIT 1) next)
      SELECT action_id, target, due_at FROM heap WHERE due_at <= ?
      """;

  /** The limit stands in the text, so that the database knows how few rows it is about. */
  private static final String CLAIM =
      """
      WITH mine AS MATERIALIZED (
        SELECT due.action_id, due.id
        FROM unnest(?::uuid[], ?::text[], ?::int[]) AS share (action_id, target, room)
        CROSS JOIN LATERAL (
          SELECT q.action_id, q.id FROM delivery q
          WHERE q.lane = ? AND q.action_id = share.action_id AND q.target = share.target AND q.state = 'queued'
            AND q.due_at <= ? AND (q.lease_until IS NULL OR q.lease_until <= ?)
          ORDER BY q.due_at, q.id LIMIT share.room FOR UPDATE SKIP LOCKED) due
        LIMIT %d)
      UPDATE delivery d SET lease_until = ?, due_at = ?
      FROM mine WHERE d.action_id = mine.action_id AND d.id = mine.id
      RETURNING d.action_id, d.id, d.signature_id, d.target, d.delivery_code, d.lease_until, d.message_hash,
        (SELECT count(*) FROM delivery_attempt a
         WHERE a.action_id = d.action_id AND a.delivery_id = d.id) AS attempts
      """;

  private static final String GIVE_BACK =
      """
      UPDATE delivery d SET lease_until = NULL, due_at = ?
      FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) AS mine (action_id, id, lease)
      WHERE d.action_id = mine.action_id AND d.id = mine.id AND d.state = 'queued' AND d.lease_until = mine.lease
      """;

  private final JdbcTemplate jdbc;
  private final InstantSource machine;

  DeliveryQueue(DataSource dataSource, InstantSource machine) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.machine = machine;
  }

  /** Of which letters and offices anything is due on a lane. */
  List<Waiting> survey(Route lane) {
    return jdbc.query(
        SURVEY,
        (row, _) ->
            new Waiting(
                new ActionId(row.getObject("action_id", UUID.class)),
                new Seat(row.getString("target")),
                row.getObject("due_at", OffsetDateTime.class).toInstant()),
        lane.word(),
        lane.word(),
        utc(now()));
  }

  /**
   * Claims due rows for one worker alone, of each letter and office those that have waited longest.
   *
   * @param shares in the order in which they are served
   * @param most in all
   */
  List<ClaimedDelivery> claim(Route lane, List<Share> shares, int most, Duration lease) {
    Instant now = now();
    return jdbc.execute(
        (Connection connection) -> {
          try (var claim = FreshPlan.prepare(connection, CLAIM.formatted(most))) {
            claim.setArray(1, SqlArrays.of(connection, "uuid", shares, s -> s.action().value()));
            claim.setArray(2, SqlArrays.of(connection, "text", shares, s -> s.office().value()));
            claim.setArray(3, SqlArrays.of(connection, "int4", shares, Share::room));
            claim.setString(4, lane.word());
            claim.setObject(5, utc(now));
            claim.setObject(6, utc(now));
            claim.setObject(7, utc(now.plus(lease)));
            claim.setObject(8, utc(now.plus(lease)));
            List<ClaimedDelivery> claimed = new ArrayList<>();
            var rows = claim.executeQuery();
            while (rows.next()) {
              claimed.add(claimed(rows));
            }
            return claimed;
          }
        });
  }

  /** Lets others have what was claimed and will not be sent now. */
  void giveBack(List<ClaimedDelivery> claims) {
    jdbc.execute(
        (Connection connection) -> {
          try (var update = FreshPlan.prepare(connection, GIVE_BACK)) {
            update.setObject(1, utc(now()));
            update.setArray(
                2, SqlArrays.of(connection, "uuid", claims, c -> c.signature().action().value()));
            update.setArray(3, SqlArrays.of(connection, "uuid", claims, ClaimedDelivery::id));
            update.setArray(
                4, SqlArrays.of(connection, "timestamptz", claims, c -> utc(c.lease())));
            return update.executeUpdate();
          }
        });
  }

  private static ClaimedDelivery claimed(ResultSet row) throws SQLException {
    return new ClaimedDelivery(
        row.getObject("id", UUID.class),
        new SignatureKey(
            new ActionId(row.getObject("action_id", UUID.class)),
            new SignatureId(row.getObject("signature_id", UUID.class))),
        new Seat(row.getString("target")),
        row.getString("delivery_code"),
        row.getInt("attempts"),
        Optional.ofNullable(row.getBytes("message_hash")).map(Bytes::copyFrom),
        row.getObject("lease_until", OffsetDateTime.class).toInstant());
  }

  /** In PostgreSQL's microseconds, so that a lease compares equal when it comes back. */
  private Instant now() {
    return machine.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
