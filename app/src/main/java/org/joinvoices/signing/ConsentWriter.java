package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.platform.database.SqlArrays;

/** Stores what signers agreed to, in the transaction that stores their signatures. */
final class ConsentWriter {

  private static final String CONSENT =
      """
      INSERT INTO consent (action_id, signature_id, kind, wording_version, language, text_hashes, given_at)
      SELECT action_id, signature_id, kind, wording_version, language, text_hashes::bytea[], given_at
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::timestamptz[])
        AS given (action_id, signature_id, kind, wording_version, language, text_hashes, given_at)
      """;

  private ConsentWriter() {}

  static void write(Connection connection, List<PendingRow> stored) throws SQLException {
    record Row(PendingRow of, ConsentGiven consent) {}
    List<Row> rows = new ArrayList<>();
    stored.forEach(row -> row.consents().forEach(given -> rows.add(new Row(row, given))));
    try (var insert = connection.prepareStatement(CONSENT)) {
      insert.setArray(
          1, SqlArrays.of(connection, "uuid", rows, r -> r.of().key().action().value()));
      insert.setArray(
          2, SqlArrays.of(connection, "uuid", rows, r -> r.of().key().signature().value()));
      insert.setArray(3, SqlArrays.of(connection, "text", rows, r -> r.consent().kind().word()));
      insert.setArray(4, SqlArrays.of(connection, "int4", rows, r -> r.consent().wordingVersion()));
      insert.setArray(5, SqlArrays.of(connection, "text", rows, r -> r.consent().language()));
      insert.setArray(6, SqlArrays.of(connection, "text", rows, r -> r.consent().hashesForSql()));
      insert.setArray(
          7,
          SqlArrays.of(connection, "timestamptz", rows, r -> r.of().at().atOffset(ZoneOffset.UTC)));
      insert.executeUpdate();
    }
  }
}
