package org.joinvoices.signing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.signing.SignatureEvent.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Appends to {@code signature_event}, in the transaction of what happened. */
final class EventLog {

  /** So that a later public log can commit to an event without showing it (D12). */
  private static final int SALT_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  EventLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(Kind kind, SignatureKey key, Instant at) {
    append(kind, List.of(key), at);
  }

  /** The same happened to all of them, in this order. */
  void append(Kind kind, List<SignatureKey> keys, Instant at) {
    jdbc.sql(
            """
            INSERT INTO signature_event (action_id, signature_id, kind, at, salt)
            SELECT action_id, signature_id, ?, ?, salt FROM unnest(?, ?, ?) AS e (action_id, signature_id, salt)
            """)
        .params(
            kind.word(),
            at.atOffset(ZoneOffset.UTC),
            array("uuid", keys.stream().map(key -> key.action().value())),
            array("uuid", keys.stream().map(key -> key.signature().value())),
            new SqlArrayValue(
                "bytea", (Object[]) keys.stream().map(_ -> salt()).toArray(byte[][]::new)))
        .update();
  }

  private static SqlArrayValue array(String type, Stream<?> values) {
    return new SqlArrayValue(type, values.toArray());
  }

  private static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }
}
