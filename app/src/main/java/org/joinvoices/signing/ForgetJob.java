package org.joinvoices.signing;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes signatures that were never confirmed, with everything about them. */
final class ForgetJob {

  static final String NAME = "signing.forget";

  /** Beyond the lifetime of the link, so that a late click learns that it is late. */
  static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  ForgetJob(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  void run() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    transaction.executeWithoutResult(_ -> forget(before));
  }

  private void forget(OffsetDateTime before) {
    jdbc.sql(
            """
            DELETE FROM consent c USING signature s
            WHERE s.action_id = c.action_id AND s.id = c.signature_id
              AND s.state = 'pending' AND s.signed_at < ?
            """)
        .param(before)
        .update();
    jdbc.sql("DELETE FROM signature WHERE state = 'pending' AND signed_at < ?")
        .param(before)
        .update();
  }
}
