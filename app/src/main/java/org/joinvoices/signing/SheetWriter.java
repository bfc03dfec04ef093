package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Letters;
import org.joinvoices.platform.database.SqlArrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Stores rows of sheets, in the caller's transaction. */
final class SheetWriter {

  /**
   * One person of a sheet.
   *
   * @param counted joins the letter at once
   * @param row by name and place, where there is a place
   * @param asked waits for a mail to be answered, as one from the web does
   */
  record Entry(PendingRow counted, Optional<Bytes> row, Optional<PendingRow> asked) {}

  /** Muted, because no mail goes there; it does not use up what the mailbox may get. */
  private static final String INSERT =
      """
      INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
        own_words_public, minor, country, region, zip3, seats, match, sealed_contact, mailbox_hash, person_hash,
        household_hash, muted, signed_at, confirmed_at, source, import_id, sheet_hash)
      VALUES (?, ?, ?, 'confirmed', 'letter', ?, ?, false, false, false, ?, ?, ?, ?::text[], ?::jsonb, ?, ?, ?, ?,
        true, ?, ?, 'sheet', ?, ?)
      """;

  /** Not those that waited already, by a form or sheet sent before. */
  private static final String FROM_SHEET =
      """
      UPDATE signature SET source = 'sheet_mail', import_id = ?
      WHERE action_id = ? AND id = ANY (?::uuid[]) AND source = 'web' RETURNING muted
      """;

  private SheetWriter() {}

  /**
   * @return how many are asked by mail; empty if the letter has other words by now, and then the
   *     transaction must not be committed
   */
  static Optional<Integer> write(Connection connection, UUID batch, List<Entry> entries)
      throws SQLException {
    PendingRow first = entries.getFirst().counted();
    if (Letters.freeze(connection, first.key().action(), first.request().letter(), first.at())
        == Letters.Frozen.OTHER_WORDS) {
      return Optional.empty();
    }
    insert(connection, batch, entries);
    List<PendingRow> counted = entries.stream().map(Entry::counted).toList();
    ConsentWriter.write(connection, counted);
    new EventLog(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
        .append(
            SignatureEvent.Kind.CONFIRMED,
            counted.stream().map(PendingRow::key).toList(),
            first.at());
    List<PendingRow> asked = entries.stream().flatMap(entry -> entry.asked().stream()).toList();
    return Optional.of(asked.isEmpty() ? 0 : ask(connection, batch, asked));
  }

  private static void insert(Connection connection, UUID batch, List<Entry> entries)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Entry entry : entries) {
        PendingRow row = entry.counted();
        SignRequest request = row.request();
        var at = row.at().atOffset(ZoneOffset.UTC);
        insert.setObject(1, row.key().action().value());
        insert.setObject(2, row.key().signature().value());
        insert.setInt(3, request.letter().number());
        insert.setString(4, request.language());
        insert.setString(5, request.display().word());
        insert.setString(6, request.address().country());
        insert.setString(7, row.region());
        insert.setString(8, row.zip3());
        insert.setString(9, row.seats());
        insert.setString(10, StoredMatch.of(row.match()).json());
        insert.setBytes(11, row.contact().toByteArray());
        insert.setBytes(12, row.prints().mailbox().toByteArray());
        insert.setBytes(13, row.prints().person().toByteArray());
        insert.setBytes(14, row.prints().household().map(Bytes::toByteArray).orElse(null));
        insert.setObject(15, at);
        insert.setObject(16, at);
        insert.setObject(17, batch);
        insert.setBytes(18, entry.row().map(Bytes::toByteArray).orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static int ask(Connection connection, UUID batch, List<PendingRow> asked)
      throws SQLException {
    new IntakeWriter().write(connection, asked);
    int mails = 0;
    try (PreparedStatement update = connection.prepareStatement(FROM_SHEET)) {
      update.setObject(1, batch);
      update.setObject(2, asked.getFirst().key().action().value());
      update.setArray(
          3, SqlArrays.of(connection, "uuid", asked, row -> row.key().signature().value()));
      var rows = update.executeQuery();
      while (rows.next()) {
        mails += rows.getBoolean("muted") ? 0 : 1;
      }
    }
    return mails;
  }
}
