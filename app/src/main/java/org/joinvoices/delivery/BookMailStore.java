package org.joinvoices.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of {@code book_delivery}, moved as {@link DeliveryStore} moves messages: claimed they stay
 * queued, and {@code sending} is committed just before the post.
 */
final class BookMailStore {

  /** A book is megabytes, and a slow server takes its time. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  private static final String KEY =
      " WHERE action_id = :action AND part = :part AND addressee = :addressee";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource civic;
  private final InstantSource machine;

  BookMailStore(DataSource dataSource, InstantSource civic, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.civic = civic;
    this.machine = machine;
  }

  /** Queues a book once for all. */
  void add(ActionId action, BookPart part, String addressee) {
    jdbc.sql(
            """
            INSERT INTO book_delivery (action_id, part, addressee, mail_id, state, due_at, created_at)
            VALUES (?, ?, ?, ?, 'queued', ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            action.value(),
            part.word(),
            addressee,
            UuidCreator.getTimeOrderedEpoch(),
            utc(now()),
            utc(now()))
        .update();
  }

  Optional<BookMailRow> claim() {
    return jdbc.sql(
            """
            UPDATE book_delivery b SET lease_until = :lease
            FROM (SELECT action_id, part, addressee FROM book_delivery
                  WHERE state = 'queued' AND due_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
            WHERE b.action_id = due.action_id AND b.part = due.part AND b.addressee = due.addressee
            RETURNING b.action_id, b.part, b.addressee, b.mail_id, b.lease_until,
              (SELECT count(*) FROM book_attempt a
               WHERE a.action_id = b.action_id AND a.part = b.part AND a.addressee = b.addressee) AS attempts
            """)
        .param("lease", utc(now().plus(LEASE)))
        .param("now", utc(now()))
        .query(BookMailStore::row)
        .optional();
  }

  /**
   * From here on the addressee may have it.
   *
   * @return false if the claim has been lost meanwhile: then nothing may be posted
   */
  boolean markSending(BookMailRow row) {
    return jdbc.sql(
                "UPDATE book_delivery SET state = 'sending', lease_until = :until"
                    + KEY
                    + " AND state = 'queued' AND lease_until = :lease")
            .params(key(row))
            .param("until", utc(now().plus(LEASE)))
            .param("lease", utc(row.lease()))
            .update()
        == 1;
  }

  /** Nothing was posted, and nothing will be. */
  void refuseUnsent(BookMailRow row, String reason) {
    jdbc.sql(
            "UPDATE book_delivery SET state = 'refused', reason = :reason, lease_until = NULL, settled_at = :now"
                + KEY
                + " AND state = 'queued'")
        .params(key(row))
        .param("reason", reason)
        .param("now", utc(now()))
        .update();
  }

  /** Nothing was posted; looked at again later. */
  void postpone(BookMailRow row, Duration by) {
    jdbc.sql(
            "UPDATE book_delivery SET due_at = :due, lease_until = NULL"
                + KEY
                + " AND state = 'queued'")
        .params(key(row))
        .param("due", utc(now().plus(by)))
        .update();
  }

  /**
   * Enters what was tried. A late answer goes before having given up as unclear.
   *
   * @param state accepted, refused or needs_review
   */
  void settle(BookMailRow row, String result, String code, String state, Instant startedAt) {
    transaction.executeWithoutResult(
        _ -> {
          boolean moved =
              jdbc.sql(
                          "UPDATE book_delivery SET state = :state, reason = :reason, lease_until = NULL,"
                              + " settled_at = :now"
                              + KEY
                              + " AND state IN ('sending', 'needs_review')")
                      .params(key(row))
                      .param("state", state)
                      .param("reason", code)
                      .param("now", utc(now()))
                      .update()
                  == 1;
          if (moved) {
            append(row, result, code, startedAt);
          }
        });
  }

  /** Nobody has it, and it is tried again. */
  void tryAgain(BookMailRow row, String code, Duration after, Instant startedAt) {
    transaction.executeWithoutResult(
        _ -> {
          boolean moved =
              jdbc.sql(
                          "UPDATE book_delivery SET state = 'queued', reason = :reason, lease_until = NULL,"
                              + " due_at = :due"
                              + KEY
                              + " AND state = 'sending'")
                      .params(key(row))
                      .param("reason", code)
                      .param("due", utc(now().plus(after)))
                      .update()
                  == 1;
          if (moved) {
            append(row, "unavailable", code, startedAt);
          }
        });
  }

  /** Those whose worker died between posting and entering: nobody knows what became of them. */
  int giveUpInterrupted() {
    var lost =
        jdbc.sql(
                """
                SELECT action_id, part, addressee, mail_id, lease_until, 0 AS attempts FROM book_delivery
                WHERE state = 'sending' AND lease_until <= ?
                """)
            .param(utc(now()))
            .query(BookMailStore::row)
            .list();
    lost.forEach(row -> settle(row, "uncertain", "interrupted", "needs_review", civic.instant()));
    return lost.size();
  }

  /** Enters that a mail came back; given up for good, it is refused. */
  void bounced(UUID mail, boolean failed, String status) {
    transaction.executeWithoutResult(
        _ ->
            jdbc.sql(
                    """
                    SELECT action_id, part, addressee, mail_id, created_at AS lease_until, 0 AS attempts
                    FROM book_delivery WHERE mail_id = ? AND state IN ('sending', 'accepted', 'needs_review')
                    FOR UPDATE
                    """)
                .param(mail)
                .query(BookMailStore::row)
                .optional()
                .ifPresent(
                    row -> {
                      append(row, "bounced", status, civic.instant());
                      if (failed) {
                        jdbc.sql(
                                "UPDATE book_delivery SET state = 'refused', reason = :reason,"
                                    + " lease_until = NULL, settled_at = :now"
                                    + KEY)
                            .params(key(row))
                            .param("reason", "bounced " + status)
                            .param("now", utc(now()))
                            .update();
                      }
                    }));
  }

  private void append(BookMailRow row, String result, String code, Instant startedAt) {
    jdbc.sql(
            """
            INSERT INTO book_attempt (action_id, part, addressee, attempt_no, started_at, result, code)
            SELECT :action, :part, :addressee, coalesce(max(attempt_no), 0) + 1, :started, :result, :code
            FROM book_attempt WHERE action_id = :action AND part = :part AND addressee = :addressee
            """)
        .params(key(row))
        .param("started", utc(startedAt))
        .param("result", result)
        .param("code", code)
        .update();
  }

  private static Map<String, Object> key(BookMailRow row) {
    return Map.of(
        "action", row.action().value(), "part", row.part().word(), "addressee", row.addressee());
  }

  private Instant now() {
    return machine.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static BookMailRow row(ResultSet row, int number) throws SQLException {
    return new BookMailRow(
        new ActionId(row.getObject("action_id", UUID.class)),
        row.getString("part").equals(BookPart.BOOK.word()) ? BookPart.BOOK : BookPart.SUPPLEMENT,
        row.getString("addressee"),
        row.getObject("mail_id", UUID.class),
        row.getObject("lease_until", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }
}
