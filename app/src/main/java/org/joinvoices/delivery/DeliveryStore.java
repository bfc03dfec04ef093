package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.FreshPlan;
import org.joinvoices.platform.database.SqlArrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows a worker moves. A claimed row stays {@code queued}, so that a crash before posting costs
 * nothing; {@code sending} is committed just before the post, so that a crash after it is seen.
 */
final class DeliveryStore {

  /** The imprint of what was not taken goes: each channel says things in its own form. */
  private static final String MOVE_ON =
      """
      UPDATE delivery SET lane = :lane, channel = :channel, state = 'queued', held_reason = NULL, due_at = :now,
        lease_until = NULL, settled_at = NULL, message_hash = NULL
      WHERE action_id = :action AND id = :id
      """;

  /**
   * The state is asked for by CASE, here and below, so that rows are found by their key. By one of
   * the indexes of a state the database would read all that wait.
   */
  private static final String MARK =
      """
      UPDATE delivery d SET state = 'sending', message_hash = mine.imprint, lease_until = ?
      FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::bytea[]) AS mine (action_id, id, lease, imprint)
      WHERE d.action_id = mine.action_id AND d.id = mine.id
        AND CASE d.state WHEN 'queued' THEN d.lease_until = mine.lease ELSE false END
      RETURNING d.id
      """;

  /**
   * A row that is being posted by somebody else by now has another lease. What is settled stays,
   * but a late answer is worth more than none, so one given up as unclear takes it too.
   */
  private static final String SETTLE =
      """
      WITH moved AS (
        UPDATE delivery d SET state = said.state, held_reason = said.reason, due_at = said.due, lease_until = NULL,
          settled_at = said.settled, receipt = CASE WHEN said.state = 'accepted' THEN d.delivery_code END
        FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::timestamptz[], ?::int[], ?::text[], ?::text[])
          AS said (action_id, id, lease, state, reason, due, settled, started, took, result, code)
        WHERE d.action_id = said.action_id AND d.id = said.id
          AND CASE d.state WHEN 'needs_review' THEN true WHEN 'sending' THEN d.lease_until = said.lease ELSE false END
        RETURNING d.action_id, d.id, said.started, said.took, said.result, said.code)
      INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
      SELECT action_id, id, 1 + (SELECT count(*) FROM delivery_attempt a
          WHERE a.action_id = moved.action_id AND a.delivery_id = moved.id), started, took, result, code
      FROM moved
      """;

  /** A claimed message, ready to be posted. */
  record Composed(ClaimedDelivery claim, Bytes imprint, Lane.Post post) {
    private ActionId action() {
      return claim.signature().action();
    }

    /** The same; where the far side objects, its objection stands for the post. */
    Composed asked() {
      return post.ask().map(objection -> new Composed(claim, imprint, _ -> objection)).orElse(this);
    }
  }

  /**
   * A row that is being posted.
   *
   * @param until end of the lease, which tells this post from any later one
   */
  record Marked(Composed composed, Instant until) {
    ClaimedDelivery claim() {
      return composed.claim();
    }
  }

  /** What a post came to, and what becomes of its row. */
  record Settled(Marked row, Attempt attempt, Outcome outcome) {
    private ClaimedDelivery claim() {
      return row.claim();
    }
  }

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final TransactionTemplate transaction;
  private final InstantSource machine;

  DeliveryStore(DataSource dataSource, InstantSource machine) {
    this.jdbcTemplate = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(jdbcTemplate);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.machine = machine;
  }

  /**
   * From here on the offices may have the messages. All in one commit: whoever dies after it leaves
   * all of them for a person, so they should be few.
   *
   * @return those that are; where a claim has been lost meanwhile nothing may be posted
   */
  List<Marked> markSending(List<Composed> messages, Duration lease) {
    Instant until = now().plus(lease);
    Set<UUID> marked = markedUntil(messages, until);
    return messages.stream()
        .filter(message -> marked.contains(message.claim().id()))
        .map(message -> new Marked(message, until))
        .toList();
  }

  private Set<UUID> markedUntil(List<Composed> messages, Instant until) {
    return jdbcTemplate.execute(
        (Connection connection) -> {
          try (var mark = FreshPlan.prepare(connection, MARK)) {
            mark.setObject(1, utc(until));
            mark.setArray(2, array(connection, "uuid", messages, m -> m.action().value()));
            mark.setArray(3, array(connection, "uuid", messages, m -> m.claim().id()));
            mark.setArray(
                4, array(connection, "timestamptz", messages, m -> utc(m.claim().lease())));
            mark.setArray(5, array(connection, "bytea", messages, m -> m.imprint().toByteArray()));
            Set<UUID> marked = new HashSet<>();
            var rows = mark.executeQuery();
            while (rows.next()) {
              marked.add(rows.getObject(1, UUID.class));
            }
            return marked;
          }
        });
  }

  /** Takes back {@link #markSending}: nothing was posted, and nothing will be. */
  void withdrawUnsent(Marked row) {
    move(
        "state = 'sending' AND lease_until = :lease",
        row.claim(),
        row.until(),
        Outcome.settled(DeliveryState.WITHDRAWN));
  }

  /** Gives a claimed row another state without an attempt: nothing was posted. */
  void settleUnsent(ClaimedDelivery claim, Outcome outcome) {
    move("state = 'queued' AND lease_until = :lease", claim, claim.lease(), outcome);
  }

  /** Puts a claimed row on another lane, from which nothing of it has left yet. */
  void moveOn(ClaimedDelivery claim, Route route) {
    jdbc.sql(MOVE_ON + " AND state = 'queued' AND lease_until = :lease")
        .params(moving(claim, route))
        .param("lease", utc(claim.lease()))
        .update();
  }

  /** As {@link #moveOn}, after the far side turned the message away: with the attempt. */
  void moveOn(Marked row, Attempt attempt, Route route) {
    ClaimedDelivery claim = row.claim();
    transaction.executeWithoutResult(
        _ -> {
          boolean moved =
              jdbc.sql(
                          MOVE_ON
                              + " AND (state = 'needs_review' OR state = 'sending' AND lease_until = :lease)")
                      .params(moving(claim, route))
                      .param("lease", utc(row.until()))
                      .update()
                  == 1;
          if (moved) {
            append(claim.signature().action().value(), claim.id(), attempt);
          }
        });
  }

  private Map<String, Object> moving(ClaimedDelivery claim, Route route) {
    return Map.of(
        "lane", route.word(),
        "channel", route.channel().word(),
        "now", utc(now()),
        "action", claim.signature().action().value(),
        "id", claim.id());
  }

  /** Appends attempts and moves their rows, all or none. */
  void settle(List<Settled> settled) {
    Instant now = now();
    jdbcTemplate.execute(
        (Connection connection) -> {
          try (var settle = FreshPlan.prepare(connection, SETTLE)) {
            settle.setArray(
                1, array(connection, "uuid", settled, s -> s.claim().signature().action().value()));
            settle.setArray(2, array(connection, "uuid", settled, s -> s.claim().id()));
            settle.setArray(
                3, array(connection, "timestamptz", settled, s -> utc(s.row().until())));
            settle.setArray(4, array(connection, "text", settled, s -> s.outcome().state().word()));
            settle.setArray(
                5, array(connection, "text", settled, s -> s.outcome().heldReason().orElse(null)));
            settle.setArray(
                6,
                array(connection, "timestamptz", settled, s -> utc(now.plus(s.outcome().pause()))));
            settle.setArray(
                7,
                array(
                    connection,
                    "timestamptz",
                    settled,
                    s -> s.outcome().state().isSettled() ? utc(now) : null));
            settle.setArray(
                8, array(connection, "timestamptz", settled, s -> utc(s.attempt().startedAt())));
            settle.setArray(
                9, array(connection, "int4", settled, s -> (int) s.attempt().took().toMillis()));
            settle.setArray(10, array(connection, "text", settled, s -> s.attempt().result()));
            settle.setArray(11, array(connection, "text", settled, s -> s.attempt().code()));
            return settle.executeUpdate();
          }
        });
  }

  private boolean move(String condition, ClaimedDelivery claim, Instant lease, Outcome outcome) {
    return jdbc.sql(
                """
            UPDATE delivery SET state = :state, held_reason = nullif(:reason, ''), due_at = :due, lease_until = NULL,
              settled_at = CASE WHEN :settled THEN CAST(:now AS timestamptz) END,
              receipt = CASE WHEN :state = 'accepted' THEN delivery_code END
            WHERE action_id = :action AND id = :id AND
            """
                    + condition)
            .param("state", outcome.state().word())
            .param("reason", outcome.heldReason().orElse(""))
            .param("due", utc(now().plus(outcome.pause())))
            .param("settled", outcome.state().isSettled())
            .param("now", utc(now()))
            .param("action", claim.signature().action().value())
            .param("id", claim.id())
            .param("lease", utc(lease))
            .update()
        == 1;
  }

  private void append(UUID action, UUID delivery, Attempt attempt) {
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT ?, ?, 1 + count(*), ?, ?, ?, ? FROM delivery_attempt WHERE action_id = ? AND delivery_id = ?
            """)
        .params(
            action,
            delivery,
            utc(attempt.startedAt()),
            (int) attempt.took().toMillis(),
            attempt.result(),
            attempt.code(),
            action,
            delivery)
        .update();
  }

  /**
   * A row still {@code sending} after its lease belongs to a process that died: the office may have
   * the message, so a person decides.
   *
   * @param at civic time of finding out
   */
  int giveUpInterrupted(Route route, Instant at) {
    return jdbc.sql(
            """
            WITH unclear AS (
              UPDATE delivery SET state = 'needs_review', lease_until = NULL, settled_at = :now
              WHERE lane = :lane AND state = 'sending' AND lease_until <= :now
              RETURNING action_id, id)
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT u.action_id, u.id, 1 + (SELECT count(*) FROM delivery_attempt a
                WHERE a.action_id = u.action_id AND a.delivery_id = u.id), :at, 0, 'uncertain', 'interrupted'
            FROM unclear u
            """)
        .param("now", utc(now()))
        .param("lane", route.word())
        .param("at", utc(at))
        .update();
  }

  private static <T> Array array(
      Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    return SqlArrays.of(connection, type, rows, value);
  }

  /** In PostgreSQL's microseconds, so that a lease compares equal when it comes back. */
  private Instant now() {
    return machine.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
