package org.joinvoices.districts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imported releases in the database. */
final class ReleaseStore {

  /** PostgreSQL NOTIFY channel. */
  static final String CHANNEL = "data_release";

  private final JdbcClient jdbc;

  ReleaseStore(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  /** Which release, to the byte. */
  record Mark(String name, String sha256) {}

  /** Empty while the one that ships with the server is in use. */
  Optional<Mark> active() {
    return jdbc.sql("SELECT name, sha256 FROM data_release WHERE active")
        .query(ReleaseStore::mark)
        .optional();
  }

  Optional<Mark> find(String name) {
    return jdbc.sql("SELECT name, sha256 FROM data_release WHERE name = ?")
        .param(name)
        .query(ReleaseStore::mark)
        .optional();
  }

  byte[] bytes(Mark mark) {
    return jdbc.sql("SELECT bytes FROM data_release WHERE name = ?")
        .param(mark.name())
        .query((row, _) -> row.getBytes("bytes"))
        .single();
  }

  /** The newest first. */
  List<StoredRelease> list() {
    return jdbc.sql(
            """
            SELECT name, length(bytes) AS size, imported_at, active FROM data_release
            ORDER BY imported_at DESC, name
            """)
        .query(
            (row, _) ->
                new StoredRelease(
                    row.getString("name"),
                    row.getLong("size"),
                    row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("active")))
        .list();
  }

  /** Until the transaction ends nobody else writes here; all may read. */
  void lock() {
    jdbc.sql("LOCK TABLE data_release IN EXCLUSIVE MODE").update();
  }

  void add(Mark mark, byte[] bytes, Instant at) {
    jdbc.sql(
            """
            INSERT INTO data_release (name, sha256, bytes, imported_at, active)
            VALUES (?, ?, ?, ?, false)
            """)
        .params(mark.name(), mark.sha256(), bytes, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @param name empty: the one that ships with the server
   */
  void activate(Optional<String> name) {
    jdbc.sql("UPDATE data_release SET active = false WHERE active").update();
    name.ifPresent(
        one ->
            jdbc.sql("UPDATE data_release SET active = true WHERE name = ?").param(one).update());
    jdbc.sql("SELECT pg_notify(?, '')").param(CHANNEL).query().listOfRows();
  }

  private static Mark mark(ResultSet row, int number) throws SQLException {
    return new Mark(row.getString("name"), row.getString("sha256"));
  }
}
