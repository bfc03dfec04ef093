package org.joinvoices.delivery;

import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as they would come of many signatures, without the signing. */
public final class TestRows {

  private TestRows() {}

  /** Adds so many queued messages, each of somebody else, to one House office. */
  static void add(DataSource database, ActionId action, int many) {
    add(database, action, many, "queued", "");
  }

  /**
   * The same, standing as wanted.
   *
   * @param reason why they are held; empty text where they are not
   */
  public static void add(
      DataSource database, ActionId action, int many, String state, String reason) {
    var jdbc = JdbcClient.create(database);
    jdbc.sql(
            """
            INSERT INTO signature (action_id, id, letter_version, state, act, language, display, reply_wanted,
              own_words_public, minor, country, region, zip3, seats, match, mailbox_hash, person_hash, muted, signed_at,
              confirmed_at)
            SELECT ?, gen_random_uuid(), 1, 'confirmed', 'send', 'en', 'count_only', false, false, false, 'US', '', '',
              '{OH-11}', '{}', sha256(gen_random_uuid()::text::bytea), 'p', false, now(), now()
            FROM generate_series(1, ?) AS n
            """)
        .params(action.value(), many)
        .update();
    jdbc.sql(
            """
            INSERT INTO delivery (action_id, id, signature_id, target, channel, lane, state, held_reason, delivery_code,
              due_at, created_at)
            SELECT action_id, gen_random_uuid(), id, 'OH-11', 'cwc', 'house', ?, nullif(?, ''), replace(id::text, '-', ''),
              now(), now()
            FROM signature s WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.signature_id = s.id)
            """)
        .params(state, reason)
        .update();
  }

  /** The server may not: attempts are only ever added. */
  static void forgetAttempts(DataSource database) {
    TestDatabase.owner(database).sql("DELETE FROM delivery_attempt").update();
  }
}
