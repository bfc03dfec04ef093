package org.joinvoices.signing;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what {@link UnconfirmedStep} has left of signatures that were never confirmed, so that a
 * late click learns that it is late for some time, and nothing stays for good.
 */
final class ForgetJob {

  static final String NAME = "signing.forget";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  ForgetJob(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  void run() {
    OffsetDateTime before = clock.instant().minus(Kept.UNCONFIRMED_TRACE).atOffset(ZoneOffset.UTC);
    transaction.executeWithoutResult(_ -> forget(before));
  }

  private void forget(OffsetDateTime before) {
    jdbc.sql(
            """
            DELETE FROM consent c USING signature s
            WHERE s.action_id = c.action_id AND s.id = c.signature_id
              AND %s AND s.signed_at < ?
            """
                .formatted(UnconfirmedStep.UNCONFIRMED))
        .param(before)
        .update();
    jdbc.sql("DELETE FROM signature WHERE " + UnconfirmedStep.UNCONFIRMED + " AND signed_at < ?")
        .param(before)
        .update();
  }
}
