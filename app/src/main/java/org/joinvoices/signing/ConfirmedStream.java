package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;

/** Walks over confirmed signatures with a cursor, so that a million of them need no memory. */
final class ConfirmedStream {

  private static final int ROWS_PER_FETCH = 500;

  private static final String SELECT =
      """
      SELECT id, letter_version, act, signed_at, confirmed_at, region, country, language, display,
        own_words_public, sealed_contact, sealed_own_words
      FROM signature
      WHERE action_id = ? AND state = 'confirmed' AND signed_at < ? AND confirmed_at >= ? AND confirmed_at < ?
      ORDER BY confirmed_at, id
      """;

  private final DataSource dataSource;
  private final SealedContact sealed;

  ConfirmedStream(DataSource dataSource, SealedContact sealed) {
    this.dataSource = dataSource;
    this.sealed = sealed;
  }

  /** One statement sees one snapshot, however long it is read. */
  void forEach(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Consumer<BookEntry> reader) {
    try (Connection connection = dataSource.getConnection()) {
      // The driver streams only within a transaction.
      connection.setAutoCommit(false);
      try (var select = connection.prepareStatement(SELECT)) {
        select.setFetchSize(ROWS_PER_FETCH);
        select.setObject(1, action.value());
        select.setObject(2, signedBefore.atOffset(ZoneOffset.UTC));
        select.setObject(3, confirmedFrom.atOffset(ZoneOffset.UTC));
        select.setObject(4, confirmedBefore.atOffset(ZoneOffset.UTC));
        var rows = select.executeQuery();
        while (rows.next()) {
          reader.accept(entry(action, rows));
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read signatures: " + e.getSQLState());
    }
  }

  private BookEntry entry(ActionId action, ResultSet row) throws SQLException {
    SignatureId id = new SignatureId(row.getObject("id", UUID.class));
    SignatureKey key = new SignatureKey(action, id);
    return new BookEntry(
        id,
        row.getInt("letter_version"),
        Act.parse(row.getString("act")),
        Signatures.instant(row, "signed_at").orElseThrow(),
        Signatures.instant(row, "confirmed_at").orElseThrow(),
        shownAs(key, row),
        row.getString("region"),
        row.getString("country"),
        row.getString("language"),
        ownWords(key, row));
  }

  /** Opens the seal only for those who allowed something of it to be shown. */
  private String shownAs(SignatureKey key, ResultSet row) throws SQLException {
    Display display = Display.parse(row.getString("display"));
    byte[] contact = row.getBytes("sealed_contact");
    return contact == null || display == Display.COUNT_ONLY || sealed.isOver(key.action())
        ? ""
        : display.show(sealed.openContact(key, contact).name());
  }

  private String ownWords(SignatureKey key, ResultSet row) throws SQLException {
    byte[] words = row.getBytes("sealed_own_words");
    return words != null && row.getBoolean("own_words_public") && !sealed.isOver(key.action())
        ? sealed.openOwnWords(key, words)
        : "";
  }
}
