package org.joinvoices.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which confirmation mails are still due, asked at the moment of sending. */
final class ConfirmationMails {

  /**
   * Finds by the key alone: see V0009 on what a plan made for an empty table does with more.
   * Whether the person is counted already is looked up here and not when they sign, so that nobody
   * waits for it there, nor learns it: hashes of a mailbox are the action's own.
   */
  static final String DUE =
      """
      WITH found AS MATERIALIZED (SELECT * FROM signature WHERE action_id = ? AND id = ?)
      SELECT language, found.source, signed_at, sealed_contact, earlier.id AS earlier_id, earlier.state AS standing
      FROM found LEFT JOIN LATERAL (
        SELECT s.id, s.state FROM signature s
        WHERE s.mailbox_hash = found.mailbox_hash AND s.person_hash = found.person_hash
          AND s.state IN ('confirmed', 'under_review') AND s.source <> 'sheet' LIMIT 1) AS earlier ON true
      WHERE found.state = 'pending' AND NOT muted AND erased_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final SealedContact sealed;
  private final Suppression suppression;
  private final ShortCode codes;
  private final InstantSource clock;

  ConfirmationMails(JdbcClient jdbc, Vault vault, Suppression suppression, InstantSource clock) {
    this.jdbc = jdbc;
    this.sealed = new SealedContact(vault);
    this.suppression = suppression;
    this.codes = new ShortCode(vault);
    this.clock = clock;
  }

  Optional<ConfirmationDue> find(SignatureKey key) {
    return jdbc.sql(DUE)
        .params(key.action().value(), key.signature().value())
        .query((row, _) -> due(key, row))
        .optional()
        .filter(due -> clock.instant().isBefore(due.expires()))
        .filter(due -> !suppression.covers(due.to()));
  }

  private static Optional<ConfirmationDue.Earlier> earlier(SignatureKey key, ResultSet row)
      throws SQLException {
    UUID id = row.getObject("earlier_id", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new ConfirmationDue.Earlier(
                new SignatureKey(key.action(), new SignatureId(id)),
                SignatureState.parse(row.getString("standing")) == SignatureState.CONFIRMED));
  }

  private ConfirmationDue due(SignatureKey key, ResultSet row) throws SQLException {
    Instant signedAt = Signatures.instant(row, "signed_at").orElseThrow();
    return new ConfirmationDue(
        key,
        sealed.openContact(key, row.getBytes("sealed_contact")).email(),
        row.getString("language"),
        codes.of(key),
        Source.parse(row.getString("source")) == Source.SHEET_MAIL,
        signedAt.plus(Confirmation.LIFETIME),
        earlier(key, row));
  }
}
