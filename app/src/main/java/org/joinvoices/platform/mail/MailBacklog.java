package org.joinvoices.platform.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait.
 *
 * @param waiting how many
 * @param oldest civic instant at which the oldest of them was queued
 * @param failed given up for good
 */
public record MailBacklog(long waiting, Optional<Instant> oldest, long failed) {

  public static MailBacklog read(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT count(*) FILTER (WHERE state IN ('queued', 'sending')) AS waiting,
              min(queued_at) FILTER (WHERE state IN ('queued', 'sending')) AS oldest,
              count(*) FILTER (WHERE state = 'failed') AS failed
            FROM mail
            """)
        .query(
            (row, _) ->
                new MailBacklog(
                    row.getLong("waiting"),
                    Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getLong("failed")))
        .single();
  }
}
