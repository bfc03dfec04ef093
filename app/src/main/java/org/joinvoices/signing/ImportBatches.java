package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports of sheets as the database has them. */
final class ImportBatches {

  private static final String LIST =
      """
      SELECT b.id, b.action_id, b.sheet_code, b.sealed_witness, b.made_at, b.undone_at,
        count(*) FILTER (WHERE s.source = 'sheet' AND s.state = 'confirmed') AS counted,
        count(*) FILTER (WHERE s.source = 'sheet_mail' AND s.state = 'confirmed') AS by_mail,
        count(*) FILTER (WHERE s.source = 'sheet_mail' AND s.state = 'pending' AND NOT s.muted
          AND s.erased_at IS NULL) AS waiting
      FROM import_batch b LEFT JOIN signature s ON s.import_id = b.id AND s.action_id = b.action_id
      GROUP BY b.id ORDER BY b.id DESC
      """;

  private static final String UNDO =
      """
      WITH due AS (
        SELECT action_id, id, state FROM signature
        WHERE import_id = :batch AND erased_at IS NULL
          AND (source = 'sheet' AND state IN ('confirmed', 'under_review')
            OR source = 'sheet_mail' AND state = 'pending')
        ORDER BY action_id, id LIMIT :most FOR UPDATE),
      consents AS (
        DELETE FROM consent c USING due
        WHERE c.action_id = due.action_id AND c.signature_id = due.id AND due.state = 'pending')
      UPDATE signature s SET state = 'withdrawn', ended_at = :now, erased_at = :now, %s
      FROM due WHERE s.action_id = due.action_id AND s.id = due.id
      RETURNING s.action_id, s.id, due.state
      """
          .formatted(PersonColumns.BLANK);

  private record Ended(SignatureKey key, SignatureState was) {}

  private final JdbcClient jdbc;
  private final Vault vault;
  private final EventLog events;

  ImportBatches(DataSource dataSource, Vault vault) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.events = new EventLog(jdbc);
  }

  void begin(UUID id, SheetImportTask task, Instant now) {
    UUID action = task.action().id().value();
    byte[] witness =
        task.witness().isEmpty()
            ? null
            : vault.seal(action, task.witness().getBytes(UTF_8), context(id));
    jdbc.sql(
            """
            INSERT INTO import_batch (id, action_id, sheet_code, sealed_witness, made_at) VALUES (?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(action)
        .param(task.sheet().map(SheetForm::code).orElse(null))
        .param(witness)
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static byte[] context(UUID batch) {
    return (batch + ":witness").getBytes(UTF_8);
  }

  List<ImportBatch> list() {
    return jdbc.sql(LIST).query((row, _) -> batch(row)).list();
  }

  private ImportBatch batch(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID action = row.getObject("action_id", UUID.class);
    byte[] witness = row.getBytes("sealed_witness");
    return new ImportBatch(
        id,
        new ActionId(action),
        Signatures.instant(row, "made_at").orElseThrow(),
        Optional.ofNullable(row.getString("sheet_code")),
        witness == null || vault.isDestroyed(action)
            ? ""
            : new String(vault.open(action, witness, context(id)), UTF_8),
        row.getLong("counted"),
        row.getLong("by_mail"),
        row.getLong("waiting"),
        Signatures.instant(row, "undone_at"));
  }

  /** The letter it was for; empty if there is no such batch. */
  Optional<ActionId> action(UUID batch) {
    return jdbc.sql("SELECT action_id FROM import_batch WHERE id = ?")
        .param(batch)
        .query(UUID.class)
        .optional()
        .map(ActionId::new);
  }

  /** True the first time. */
  boolean markUndone(UUID batch, Instant now) {
    return jdbc.sql("UPDATE import_batch SET undone_at = ? WHERE id = ? AND undone_at IS NULL")
            .params(now.atOffset(ZoneOffset.UTC), batch)
            .update()
        == 1;
  }

  /**
   * @return how many of some rows had counted; empty where none is left
   */
  Optional<Long> undoSome(UUID batch, Instant now, int most) {
    List<Ended> ended =
        jdbc.sql(UNDO)
            .param("batch", batch)
            .param("most", most)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, _) -> ended(row))
            .list();
    List<SignatureKey> counted =
        ended.stream()
            .filter(one -> one.was() == SignatureState.CONFIRMED)
            .map(Ended::key)
            .toList();
    events.append(SignatureEvent.Kind.WITHDRAWN, counted, now);
    events.append(
        SignatureEvent.Kind.ERASED,
        ended.stream().filter(one -> one.was() != SignatureState.PENDING).map(Ended::key).toList(),
        now);
    return ended.isEmpty() ? Optional.empty() : Optional.of((long) counted.size());
  }

  private static Ended ended(ResultSet row) throws SQLException {
    return new Ended(
        new SignatureKey(
            new ActionId(row.getObject("action_id", UUID.class)),
            new SignatureId(row.getObject("id", UUID.class))),
        SignatureState.parse(row.getString("state")));
  }
}
