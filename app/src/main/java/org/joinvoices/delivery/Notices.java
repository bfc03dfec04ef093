package org.joinvoices.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.MailQueue;
import org.joinvoices.signing.SignerNotices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues the two mails that end the story of a signer's messages: one where a message needs the
 * signer, one where all were taken long after the receipt was mailed. Each waits an hour, so that
 * what happens together is told together, and goes to a signature once: a table holds that. What is
 * a week old is news no more.
 *
 * <p>Messages taken within a day are told by the receipt, whose mail is fresh then.
 */
final class Notices {

  static final String NAME = "delivery.notices";

  private static final Duration WAIT = Duration.ofHours(1);
  private static final Duration NEWS = Duration.ofDays(7);
  private static final int BATCH = 500;

  private static final String TELL =
      """
      WITH wanted AS (%s LIMIT ?)
      INSERT INTO delivery_notice (action_id, signature_id, kind, told_at)
      SELECT action_id, signature_id, ?, ? FROM wanted
      ON CONFLICT DO NOTHING
      RETURNING action_id, signature_id
      """;

  private static final String FAILED =
      """
      SELECT DISTINCT d.action_id, d.signature_id FROM delivery d
      WHERE (d.state = 'refused' OR d.state = 'held' OR (d.state = 'handed_over' AND d.lane = 'hand_off'))
        AND coalesce(d.settled_at, d.due_at) > ? AND coalesce(d.settled_at, d.due_at) <= ?
        AND (d.state <> 'held' OR d.held_reason = ANY (?)) AND d.supporter_did IS NULL
        AND NOT EXISTS (SELECT 1 FROM delivery_notice n
          WHERE n.action_id = d.action_id AND n.signature_id = d.signature_id AND n.kind = 'message_failed')
      """;

  /** Machine time finds the rows by their index; whether it took long is asked of civic time. */
  private static final String DELIVERED =
      """
      SELECT DISTINCT d.action_id, d.signature_id FROM delivery d
      WHERE d.state IN ('accepted', 'handed_over') AND NOT d.coarse
        AND d.settled_at - d.created_at > interval '24 hours' AND d.settled_at > ? AND d.settled_at <= ?
        AND NOT EXISTS (SELECT 1 FROM delivery_notice n
          WHERE n.action_id = d.action_id AND n.signature_id = d.signature_id AND n.kind = 'messages_delivered')
        AND NOT EXISTS (SELECT 1 FROM delivery o
          WHERE o.action_id = d.action_id AND o.signature_id = d.signature_id
            AND o.state <> 'withdrawn'
            AND (o.state NOT IN ('accepted', 'handed_over') OR o.lane = 'hand_off'))
        AND EXISTS (SELECT 1 FROM delivery_attempt a
          WHERE a.action_id = d.action_id AND a.delivery_id = d.id AND a.result IN ('accepted', 'handed_over')
            AND a.started_at > d.created_at + interval '24 hours')
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final CivicClock clock;
  private final InstantSource machine;

  Notices(DataSource dataSource, CivicClock clock, InstantSource machine) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
    this.machine = machine;
  }

  /** Tells all who are to be told now. */
  void run() {
    tellAll(SignerNotices.MESSAGE_FAILED, FAILED, true);
    tellAll(SignerNotices.MESSAGES_DELIVERED, DELIVERED, false);
  }

  private void tellAll(String kind, String whom, boolean byReason) {
    while (tell(kind, whom, byReason) == BATCH) {
      // the next batch
    }
  }

  /** Told and queued in one transaction: neither is without the other. */
  private int tell(String kind, String whom, boolean byReason) {
    Integer told =
        transaction.execute(
            _ ->
                jdbc.execute(
                    (Connection connection) -> {
                      var items = noted(connection, kind, whom, byReason);
                      MailQueue.enqueue(connection, items, clock.instant());
                      return items.size();
                    }));
    return told == null ? 0 : told;
  }

  private List<MailQueue.Item> noted(
      Connection connection, String kind, String whom, boolean byReason) throws SQLException {
    Instant now = machine.instant();
    try (var insert = connection.prepareStatement(TELL.formatted(whom))) {
      int at = 1;
      insert.setObject(at++, utc(now.minus(NEWS)));
      insert.setObject(at++, utc(now.minus(WAIT)));
      if (byReason) {
        insert.setArray(
            at++, connection.createArrayOf("text", HeldReason.FOR_GOOD.toArray(String[]::new)));
      }
      insert.setInt(at++, BATCH);
      insert.setString(at++, kind);
      insert.setObject(at, utc(clock.instant()));
      var items = new ArrayList<MailQueue.Item>();
      var rows = insert.executeQuery();
      while (rows.next()) {
        items.add(
            new MailQueue.Item(
                kind,
                rows.getObject("action_id", UUID.class),
                rows.getObject("signature_id", UUID.class)));
      }
      return items;
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
