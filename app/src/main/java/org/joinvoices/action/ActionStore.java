package org.joinvoices.action;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes actions and letter versions. A version nobody has joined is replaced in place; a joined
 * one is frozen, and a changed wording becomes the next version.
 */
public final class ActionStore {

  /** PostgreSQL NOTIFY channel; the payload is the slug. */
  static final String CHANNEL = "action_changed";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.shared();

  public ActionStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /**
   * Stores an action under its id, whether new or known; {@code action.letter().number()} names the
   * version.
   */
  public void save(Action action, Instant now) {
    transaction.executeWithoutResult(
        status -> {
          saveAction(action, now);
          saveLetter(action, now);
          jdbc.sql("SELECT pg_notify(?, ?)")
              .params(CHANNEL, action.slug().value())
              .query()
              .listOfRows();
        });
  }

  private void saveAction(Action action, Instant now) {
    jdbc.sql(
            """
            INSERT INTO action (id, slug, settings, current_version, opens, deadline, deadline_zone, closes,
                                created_at, updated_at)
            VALUES (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, current_version = excluded.current_version,
                opens = excluded.opens, deadline = excluded.deadline, deadline_zone = excluded.deadline_zone,
                closes = excluded.closes, updated_at = excluded.updated_at
            """)
        .params(
            action.id().value(),
            action.slug().value(),
            json.writeValueAsString(ActionSettings.of(action)),
            action.letter().number(),
            action.opens().atOffset(ZoneOffset.UTC),
            action.deadline().toOffsetDateTime(),
            action.deadline().getZone().getId(),
            action.closes().atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void saveLetter(Action action, Instant now) {
    jdbc.sql(
            """
            INSERT INTO letter_version (action_id, number, texts, content_hash, created_at)
            VALUES (?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (action_id, number) DO UPDATE SET texts = excluded.texts,
                content_hash = excluded.content_hash
            WHERE letter_version.content_hash <> excluded.content_hash
            """)
        .params(
            action.id().value(),
            action.letter().number(),
            LetterVersion.json(action.letter().texts()),
            HexFormat.of().parseHex(action.letter().contentHash()),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
