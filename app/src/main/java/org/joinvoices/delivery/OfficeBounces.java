package org.joinvoices.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.Bounce;
import org.joinvoices.platform.mail.BounceListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes into the ledger what came back from an office after our mail server had taken it. Given up
 * for good (5.x.x, or {@code failed} in any words) the message is refused; a delay is an attempt
 * like any other and changes nothing.
 */
final class OfficeBounces implements BounceListener {

  private record Row(UUID action, UUID id) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CivicClock clock;
  private final InstantSource machine;

  OfficeBounces(DataSource dataSource, CivicClock clock, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
    this.machine = machine;
  }

  @Override
  public void bounced(Bounce bounce) {
    transaction.executeWithoutResult(
        _ ->
            jdbc.sql(
                    """
                    SELECT action_id, id FROM delivery
                    WHERE delivery_code = :code AND channel = 'mail'
                      AND state IN ('sending', 'accepted', 'needs_review')
                    FOR UPDATE
                    """)
                .param("code", bounce.mail().toString().replace("-", ""))
                .query(
                    (row, _) ->
                        new Row(
                            row.getObject("action_id", UUID.class),
                            row.getObject("id", UUID.class)))
                .optional()
                .ifPresent(row -> note(row, bounce)));
  }

  private void note(Row row, Bounce bounce) {
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT :action, :id, coalesce(max(attempt_no), 0) + 1, :now, 0, 'bounced', :status
            FROM delivery_attempt WHERE action_id = :action AND delivery_id = :id
            """)
        .param("action", row.action())
        .param("id", row.id())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("status", bounce.status())
        .update();
    if (bounce.failed()) {
      jdbc.sql(
              """
              UPDATE delivery SET state = 'refused', settled_at = :now, lease_until = NULL, receipt = NULL
              WHERE action_id = :action AND id = :id
              """)
          .param("now", machine.instant().atOffset(ZoneOffset.UTC))
          .param("action", row.action())
          .param("id", row.id())
          .update();
    }
  }
}
