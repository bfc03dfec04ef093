package org.joinvoices.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailboxes whose owner said "this was not me": this house never mails them again. */
final class Suppression {

  private final JdbcClient jdbc;
  private final Fingerprints fingerprints;

  Suppression(JdbcClient jdbc, Fingerprints fingerprints) {
    this.jdbc = jdbc;
    this.fingerprints = fingerprints;
  }

  void add(EmailAddress email, Instant since) {
    jdbc.sql(
            """
            INSERT INTO suppressed_mailbox (mailbox_hash, since) VALUES (?, ?) ON CONFLICT DO NOTHING
            """)
        .params(fingerprints.suppression(email).toByteArray(), since.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean covers(EmailAddress email) {
    return jdbc.sql("SELECT count(*) FROM suppressed_mailbox WHERE mailbox_hash = ?")
            .param(fingerprints.suppression(email).toByteArray())
            .query(Long.class)
            .single()
        > 0;
  }
}
