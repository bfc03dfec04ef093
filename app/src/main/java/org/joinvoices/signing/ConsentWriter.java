package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joinvoices.platform.database.SqlArrays;

/** Stores what signers agreed to, in the transaction that stores their signatures. */
final class ConsentWriter {

  private static final String CONSENT =
      """
      INSERT INTO consent (action_id, signature_id, kind, partner_id, wording_version, language, text_hashes, given_at)
      SELECT action_id, signature_id, kind, partner_id, wording_version, language, text_hashes::bytea[], given_at
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::int4[], ?::text[], ?::text[], ?::timestamptz[])
        AS given (action_id, signature_id, kind, partner_id, wording_version, language, text_hashes, given_at)
      ON CONFLICT DO NOTHING
      """;

  private static final String TAKE_BACK =
      "DELETE FROM consent WHERE action_id = ? AND signature_id = ? AND kind = 'own_words'";

  private static final Set<Consent> ANEW = EnumSet.of(Consent.DELIVER, Consent.OWN_WORDS);

  private record Row(PendingRow of, ConsentGiven consent) {}

  private ConsentWriter() {}

  /**
   * After a correction: what is agreed to anew, to messages and to printing own words, stands
   * beside what was before; own words that may no longer be printed lose their consent.
   *
   * @param agreed whether the signer did it, and not somebody whom they asked
   */
  static void rewrite(Connection connection, PendingRow corrected, boolean agreed)
      throws SQLException {
    if (!corrected.request().consentOwnWords()) {
      try (var delete = connection.prepareStatement(TAKE_BACK)) {
        delete.setObject(1, corrected.key().action().value());
        delete.setObject(2, corrected.key().signature().value());
        delete.executeUpdate();
      }
    }
    if (agreed) {
      insert(
          connection,
          rows(List.of(corrected)).filter(row -> ANEW.contains(row.consent().kind())).toList());
    }
  }

  static void write(Connection connection, List<PendingRow> stored) throws SQLException {
    insert(connection, rows(stored).toList());
  }

  private static Stream<Row> rows(List<PendingRow> stored) {
    return stored.stream()
        .flatMap(row -> row.consents().stream().map(given -> new Row(row, given)));
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    try (var insert = connection.prepareStatement(CONSENT)) {
      insert.setArray(
          1, SqlArrays.of(connection, "uuid", rows, r -> r.of().key().action().value()));
      insert.setArray(
          2, SqlArrays.of(connection, "uuid", rows, r -> r.of().key().signature().value()));
      insert.setArray(3, SqlArrays.of(connection, "text", rows, r -> r.consent().kind().word()));
      insert.setArray(
          4,
          SqlArrays.of(
              connection,
              "uuid",
              rows,
              r -> r.consent().partner().map(PartnerId::value).orElse(null)));
      insert.setArray(5, SqlArrays.of(connection, "int4", rows, r -> r.consent().wordingVersion()));
      insert.setArray(6, SqlArrays.of(connection, "text", rows, r -> r.consent().language()));
      insert.setArray(7, SqlArrays.of(connection, "text", rows, r -> r.consent().hashesForSql()));
      insert.setArray(
          8,
          SqlArrays.of(connection, "timestamptz", rows, r -> r.of().at().atOffset(ZoneOffset.UTC)));
      insert.executeUpdate();
    }
  }
}
