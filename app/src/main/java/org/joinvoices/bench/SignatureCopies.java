package org.joinvoices.bench;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows like those of one signature that was made over HTTP, written by plain SQL into the very same
 * table with the very same indexes; without consents and mails.
 */
final class SignatureCopies {

  /** Each copy is another person's. */
  private static final Map<String, String> NEW =
      Map.of(
          "id", "uuidv7()",
          "content_hash", "sha256(uuid_send(gen_random_uuid()))",
          "mailbox_hash", "sha256(uuid_send(gen_random_uuid()))",
          "person_hash", "sha256(uuid_send(gen_random_uuid()))");

  private static final long PORTION = 50_000;

  private final DataSource database;
  private final JdbcClient jdbc;

  /**
   * @param database in which somebody has signed
   */
  SignatureCopies(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  /** Inserts as many as its parameter says. */
  private String insert() {
    String columns = columns();
    String values =
        Pattern.compile(", ")
            .splitAsStream(columns)
            .map(column -> NEW.getOrDefault(column, "model." + column))
            .collect(Collectors.joining(", "));
    return "INSERT INTO signature (%s) SELECT %s FROM (SELECT * FROM signature LIMIT 1) AS model, generate_series(1, ?)"
        .formatted(columns, values);
  }

  private String columns() {
    return jdbc.sql(
            """
            SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
            WHERE table_name = 'signature' AND is_generated = 'NEVER'
            """)
        .query(String.class)
        .single();
  }

  /** Fills the table. */
  void fill(long rows) {
    for (long left = rows; left > 0; left -= PORTION) {
      jdbc.sql(insert()).param(Math.min(left, PORTION)).update();
    }
  }

  Load.Opening inserting(long rows) {
    String sql = insert();
    return () -> new SqlWorker(database, sql, () -> Optional.of(rows));
  }

  long count() {
    return jdbc.sql("SELECT count(*) FROM signature").query(Long.class).single();
  }
}
