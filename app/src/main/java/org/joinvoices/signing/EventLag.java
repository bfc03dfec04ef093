package org.joinvoices.signing;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a reader of the signature events has to go.
 *
 * @param reader such as {@code delivery.plan}
 * @param behind events it has not read
 */
public record EventLag(String reader, long behind) {

  /** All readers, by name. */
  public static List<EventLag> list(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT c.reader,
              (SELECT count(*) FROM signature_event e WHERE (e.xid, e.seq) > (c.xid, c.seq)) AS behind
            FROM event_cursor c ORDER BY c.reader
            """)
        .query((row, _) -> new EventLag(row.getString("reader"), row.getLong("behind")))
        .list();
  }
}
