package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
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

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource machine;

  DeliveryStore(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.machine = machine;
  }

  /** The longest waiting due row of a lane, for one worker alone. */
  Optional<ClaimedDelivery> claim(Route route, Duration lease) {
    Instant now = now();
    return jdbc.sql(
            """
            UPDATE delivery d SET lease_until = :lease
            FROM (SELECT action_id, id FROM delivery
                  WHERE lane = :lane AND state = 'queued' AND due_at <= :now
                    AND (lease_until IS NULL OR lease_until <= :now)
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
            WHERE d.action_id = due.action_id AND d.id = due.id
            RETURNING d.action_id, d.id, d.signature_id, d.target, d.delivery_code, d.lease_until, d.message_hash,
              (SELECT count(*) FROM delivery_attempt a
               WHERE a.action_id = d.action_id AND a.delivery_id = d.id) AS attempts
            """)
        .param("lease", utc(now.plus(lease)))
        .param("lane", route.word())
        .param("now", utc(now))
        .query(DeliveryStore::claimed)
        .optional();
  }

  /**
   * From here on the office may have the message.
   *
   * @return false if the claim has been lost meanwhile: then nothing may be posted
   */
  boolean markSending(ClaimedDelivery claim, Bytes imprint, Duration lease) {
    return jdbc.sql(
                """
                UPDATE delivery SET state = 'sending', message_hash = ?, lease_until = ?
                WHERE action_id = ? AND id = ? AND state = 'queued' AND lease_until = ?
                """)
            .params(
                imprint.toByteArray(),
                utc(now().plus(lease)),
                claim.signature().action().value(),
                claim.id(),
                utc(claim.lease()))
            .update()
        == 1;
  }

  /** Takes back {@link #markSending}: nothing was posted, and nothing will be. */
  void withdrawUnsent(ClaimedDelivery claim) {
    move("state = 'sending'", claim, Outcome.settled(DeliveryState.WITHDRAWN));
  }

  /** Gives a claimed row another state without an attempt: nothing was posted. */
  void settleUnsent(ClaimedDelivery claim, Outcome outcome) {
    move("state = 'queued' AND lease_until = :lease", claim, outcome);
  }

  /** Puts a claimed row on another lane, from which nothing of it has left yet. */
  void moveOn(ClaimedDelivery claim, Route route) {
    jdbc.sql(MOVE_ON + " AND state = 'queued' AND lease_until = :lease")
        .params(moving(claim, route))
        .param("lease", utc(claim.lease()))
        .update();
  }

  /** As {@link #moveOn}, after the far side turned the message away: with the attempt. */
  void moveOn(ClaimedDelivery claim, Attempt attempt, Route route) {
    transaction.executeWithoutResult(
        _ -> {
          boolean moved =
              jdbc.sql(MOVE_ON + " AND state IN ('sending', 'needs_review')")
                      .params(moving(claim, route))
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

  /**
   * Appends the attempt and moves the row, in one transaction. A late answer is worth more than
   * none, so a row already given up as unclear takes it too; what is settled already stays.
   */
  void settle(ClaimedDelivery claim, Attempt attempt, Outcome outcome) {
    transaction.executeWithoutResult(
        _ -> {
          if (move("state IN ('sending', 'needs_review')", claim, outcome)) {
            append(claim.signature().action().value(), claim.id(), attempt);
          }
        });
  }

  private boolean move(String condition, ClaimedDelivery claim, Outcome outcome) {
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
            .param("lease", utc(claim.lease()))
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

  private static ClaimedDelivery claimed(ResultSet row, int number) throws SQLException {
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
