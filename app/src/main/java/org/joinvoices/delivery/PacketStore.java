package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Packets and their letters in the database. A letter is in a packet while its row is held for it,
 * and for good once it is handed over; every change asks in the same statement where the row
 * stands.
 */
final class PacketStore {

  private static final int BATCH = 500;

  /** Of a row {@code d}: its letter is still part of its packet. */
  private static final String IN =
      "(d.state = 'handed_over' OR (d.state = 'held' AND d.held_reason = 'in_packet'))";

  private static final String SELECT =
      """
      SELECT p.action_id, p.id, p.target, p.number, p.state, p.letters, p.made_at, p.settled_at,
        (SELECT count(*) FROM delivery d WHERE d.action_id = p.action_id AND d.packet_id = p.id AND
      """
          + IN
          + """
          ) AS present
          FROM packet p WHERE p.action_id = :action
          """;

  /** A row that comes into a packet. */
  record Placed(UUID id, int place, Bytes imprint) {}

  /** A row that waits, and why. */
  record Held(UUID id, String reason) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PacketStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.batches = new JdbcTemplate(dataSource);
  }

  /** How many letters wait for each office's next packet; by seat. */
  List<Waiting> waiting(ActionId action) {
    return jdbc.sql(
            """
            SELECT target, count(*) AS letters FROM delivery
            WHERE action_id = ? AND lane = 'packet' AND state = 'queued' GROUP BY target ORDER BY target
            """)
        .param(action.value())
        .query((row, _) -> new Waiting(new Seat(row.getString("target")), row.getLong("letters")))
        .list();
  }

  record Waiting(Seat seat, long letters) {}

  /** Until the end of the transaction nobody else makes a packet of this office. */
  void lock(ActionId action, Seat seat) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text")
        .param("packet " + action.value() + " " + seat.value())
        .query(String.class)
        .single();
  }

  /** Those that waited longest, for this transaction alone. */
  List<PacketRow> claim(ActionId action, Seat seat, int most) {
    return jdbc.sql(
            """
            SELECT d.action_id, d.id, d.signature_id, d.target, d.delivery_code, d.packet_place, d.message_hash
            FROM delivery d
            WHERE d.action_id = ? AND d.target = ? AND d.lane = 'packet' AND d.state = 'queued'
            ORDER BY d.created_at, d.id LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(action.value(), seat.value(), most)
        .query((row, _) -> row(row))
        .list();
  }

  void withdraw(ActionId action, List<UUID> ids, Instant at) {
    batch(
        """
        UPDATE delivery SET state = 'withdrawn', held_reason = NULL, lease_until = NULL, settled_at = ?
        WHERE action_id = ? AND id = ? AND state = 'queued'
        """,
        ids.stream().map(id -> new Object[] {utc(at), action.value(), id}).toList());
  }

  void hold(ActionId action, List<Held> rows) {
    batch(
        """
        UPDATE delivery SET state = 'held', held_reason = ?, lease_until = NULL
        WHERE action_id = ? AND id = ? AND state = 'queued'
        """,
        rows.stream().map(row -> new Object[] {row.reason(), action.value(), row.id()}).toList());
  }

  /** The next packet of the office, with these letters. */
  UUID add(ActionId action, UUID id, Seat seat, List<Placed> letters, Instant at) {
    jdbc.sql(
            """
            INSERT INTO packet (action_id, id, target, number, letters, state, made_at)
            SELECT ?, ?, ?, 1 + coalesce(max(number), 0), ?, 'made', ? FROM packet WHERE action_id = ? AND target = ?
            """)
        .params(
            action.value(), id, seat.value(), letters.size(), utc(at), action.value(), seat.value())
        .update();
    int placed =
        batch(
            """
            UPDATE delivery SET state = 'held', held_reason = 'in_packet', packet_id = ?, packet_place = ?,
              message_hash = ?, lease_until = NULL
            WHERE action_id = ? AND id = ? AND lane = 'packet' AND state = 'queued'
            """,
            letters.stream()
                .map(
                    one ->
                        new Object[] {
                          id, one.place(), one.imprint().toByteArray(), action.value(), one.id()
                        })
                .toList());
    if (placed != letters.size()) { // they are locked: it cannot be, and must not be printed
      throw new IllegalStateException("a letter was taken from a packet while it was made");
    }
    return id;
  }

  List<Packet> list(ActionId action) {
    return jdbc.sql(SELECT + "ORDER BY p.target, p.number")
        .param("action", action.value())
        .query((row, _) -> packet(row))
        .list();
  }

  Optional<Packet> find(ActionId action, UUID id) {
    return jdbc.sql(SELECT + "AND p.id = :id")
        .param("action", action.value())
        .param("id", id)
        .query((row, _) -> packet(row))
        .optional();
  }

  Optional<Packet> find(ActionId action, Seat seat, int number) {
    return jdbc.sql(SELECT + "AND p.target = :seat AND p.number = :number")
        .param("action", action.value())
        .param("seat", seat.value())
        .param("number", number)
        .query((row, _) -> packet(row))
        .optional();
  }

  /** The letters that are still in the packet, by their numbers. */
  List<PacketRow> letters(ActionId action, UUID packet, int first, int last) {
    return jdbc.sql(
            """
            SELECT d.action_id, d.id, d.signature_id, d.target, d.delivery_code, d.packet_place, d.message_hash
            FROM delivery d
            WHERE d.action_id = ? AND d.packet_id = ? AND d.packet_place BETWEEN ? AND ? AND
            """
                + IN
                + " ORDER BY d.packet_place")
        .params(action.value(), packet, first, last)
        .query((row, _) -> row(row))
        .list();
  }

  /** What is handed over already stays so; a print just leaves it out. */
  void holdChanged(ActionId action, UUID packet, UUID id) {
    jdbc.sql(
            """
            UPDATE delivery SET held_reason = 'message_changed'
            WHERE action_id = ? AND id = ? AND packet_id = ? AND state = 'held' AND held_reason = 'in_packet'
            """)
        .params(action.value(), id, packet)
        .update();
  }

  /**
   * @return false if it is in no such state that it can be settled: not made, or settled before
   */
  boolean settle(ActionId action, UUID packet, PacketState state, Instant at) {
    return jdbc.sql(
                """
                UPDATE packet SET state = ?, settled_at = ? WHERE action_id = ? AND id = ? AND state = 'made'
                """)
            .params(state.word(), utc(at), action.value(), packet)
            .update()
        == 1;
  }

  /** The letters of a packet wait for the next one. */
  void queueAgain(ActionId action, UUID packet, Instant due) {
    jdbc.sql(
            """
            UPDATE delivery SET state = 'queued', held_reason = NULL, packet_id = NULL, packet_place = NULL,
              message_hash = NULL, due_at = ?
            WHERE action_id = ? AND packet_id = ? AND state = 'held' AND held_reason = 'in_packet'
            """)
        .params(utc(due), action.value(), packet)
        .update();
  }

  /**
   * Settles the letters with an attempt each. Who withdrew only after the hand-over is handed over
   * as well, because what an office has cannot be recalled.
   *
   * @param at civic time of the hand-over
   * @param code of the attempts
   */
  void handOver(ActionId action, UUID packet, Instant at, String code) {
    jdbc.sql(
            """
            WITH given AS (
              UPDATE delivery SET state = 'handed_over', held_reason = NULL, lease_until = NULL, settled_at = :at
              WHERE action_id = :action AND packet_id = :packet
                AND ((state = 'held' AND held_reason = 'in_packet') OR (state = 'withdrawn' AND settled_at > :at))
              RETURNING action_id, id)
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT g.action_id, g.id, 1 + (SELECT count(*) FROM delivery_attempt a
                WHERE a.action_id = g.action_id AND a.delivery_id = g.id), :at, 0, 'handed_over', :code
            FROM given g
            """)
        .param("at", utc(at))
        .param("action", action.value())
        .param("packet", packet)
        .param("code", code)
        .update();
  }

  private Packet packet(ResultSet row) throws SQLException {
    ActionId action = new ActionId(row.getObject("action_id", UUID.class));
    UUID id = row.getObject("id", UUID.class);
    PacketState state = PacketState.parse(row.getString("state"));
    int letters = row.getInt("letters");
    boolean whole =
        state == PacketState.VOID || row.getInt("present") == letters || isForgotten(state, row);
    return new Packet(
        action,
        id,
        new Seat(row.getString("target")),
        row.getInt("number"),
        state,
        letters,
        whole ? List.of() : takenOut(action, id, letters),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  /** Months after the hand-over no row tells any more which packet it was in. */
  private static boolean isForgotten(PacketState state, ResultSet row) throws SQLException {
    return state == PacketState.HANDED_OVER && row.getInt("present") == 0;
  }

  /** Not by the rows that left: a row that is queued anew may be in another packet by now. */
  private List<Integer> takenOut(ActionId action, UUID packet, int letters) {
    var present =
        jdbc.sql(
                "SELECT d.packet_place FROM delivery d WHERE d.action_id = ? AND d.packet_id = ? AND "
                    + IN)
            .params(action.value(), packet)
            .query(Integer.class)
            .set();
    return IntStream.rangeClosed(1, letters)
        .filter(place -> !present.contains(place))
        .boxed()
        .toList();
  }

  /** Returns how many rows were changed. */
  private int batch(String sql, List<Object[]> rows) {
    int changed = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      var some = rows.subList(from, Math.min(rows.size(), from + BATCH));
      changed += IntStream.of(batches.batchUpdate(sql, some)).sum();
    }
    return changed;
  }

  private static PacketRow row(ResultSet row) throws SQLException {
    return new PacketRow(
        row.getObject("id", UUID.class),
        new SignatureKey(
            new ActionId(row.getObject("action_id", UUID.class)),
            new SignatureId(row.getObject("signature_id", UUID.class))),
        new Seat(row.getString("target")),
        row.getString("delivery_code"),
        row.getInt("packet_place"),
        Optional.ofNullable(row.getBytes("message_hash")).map(Bytes::copyFrom));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
