package org.joinvoices.platform.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the queue knows of the mails about one subject, for whoever they were sent to. */
public final class MailTrace {

  private final JdbcClient database;

  public MailTrace(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /**
   * The rows of the queue, in full; a JSON array. Reads the whole queue, so it is for a rare
   * question only.
   *
   * @param subject as queued, see {@link MailQueue.Item}
   */
  public String export(UUID scope, UUID subject) {
    return database
        .sql(
            """
            SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.id), '[]') FROM mail m
            WHERE m.scope = ? AND m.subject_id = ?
            """)
        .params(scope, subject)
        .query(String.class)
        .single();
  }

  /**
   * Deletes what is over of some kinds: nobody need know any longer when whom was told what.
   *
   * @param before civic time of queueing
   */
  public void forget(UUID scope, List<String> kinds, Instant before) {
    database
        .sql(
            """
            DELETE FROM mail WHERE scope = :scope AND kind IN (:kinds) AND queued_at < :before AND settled_at IS NOT NULL
            """)
        .param("scope", scope)
        .param("kinds", kinds)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
