package org.joinvoices.platform.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait.
 *
 * @param waiting how many leave by themselves
 * @param oldest civic instant at which the oldest of them was queued
 * @param failed given up for good
 * @param stopped how many wait for an operator's word, besides: see {@link StoppedMails}
 */
public record MailBacklog(long waiting, Optional<Instant> oldest, long failed, long stopped) {

  public static MailBacklog read(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT count(*) FILTER (WHERE state IN ('queued', 'sending') AND due_at < 'infinity') AS waiting,
              min(queued_at) FILTER (WHERE state IN ('queued', 'sending') AND due_at < 'infinity') AS oldest,
              count(*) FILTER (WHERE state = 'failed') AS failed,
              count(*) FILTER (WHERE state = 'queued' AND due_at = 'infinity') AS stopped
            FROM mail
            """)
        .query(
            (row, _) ->
                new MailBacklog(
                    row.getLong("waiting"),
                    Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getLong("failed"),
                    row.getLong("stopped")))
        .single();
  }
}
