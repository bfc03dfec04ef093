package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
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
    for (Bytes hash : fingerprints.suppressions(email)) {
      jdbc.sql(
              """
              INSERT INTO suppressed_mailbox (mailbox_hash, since) VALUES (?, ?) ON CONFLICT DO NOTHING
              """)
          .params(hash.toByteArray(), since.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  boolean covers(EmailAddress email) {
    return jdbc.sql("SELECT count(*) FROM suppressed_mailbox WHERE mailbox_hash IN (:hashes)")
            .param(
                "hashes",
                fingerprints.suppressions(email).stream().map(Bytes::toByteArray).toList())
            .query(Long.class)
            .single()
        > 0;
  }
}
