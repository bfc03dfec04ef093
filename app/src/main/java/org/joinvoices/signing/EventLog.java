package org.joinvoices.signing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends to {@code signature_event}, in the transaction of what happened. */
final class EventLog {

  /** So that a later public log can commit to an event without showing it (D12). */
  private static final int SALT_BYTES = 32;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  EventLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(Kind kind, SignatureKey key, Instant at) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    jdbc.sql(
            """
            INSERT INTO signature_event (action_id, signature_id, kind, at, salt) VALUES (?, ?, ?, ?, ?)
            """)
        .params(
            key.action().value(),
            key.signature().value(),
            kind.word(),
            at.atOffset(ZoneOffset.UTC),
            salt)
        .update();
  }
}
