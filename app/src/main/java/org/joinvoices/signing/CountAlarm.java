package org.joinvoices.signing;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A letter whose count did not agree with its signatures when it was last looked at.
 *
 * @param action its slug
 * @param countDrift counted too many, or too few where negative
 * @param eventDrift too many by the record of events
 * @param at civic time of that look
 */
public record CountAlarm(String action, long countDrift, long eventDrift, Instant at) {

  /** All there are, by name. */
  public static List<CountAlarm> list(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            SELECT a.slug, c.count_drift, c.event_drift, c.at
            FROM count_check c JOIN action a ON a.id = c.action_id
            WHERE c.count_drift <> 0 OR c.event_drift <> 0 ORDER BY a.slug
            """)
        .query(
            (row, _) ->
                new CountAlarm(
                    row.getString("slug"),
                    row.getLong("count_drift"),
                    row.getLong("event_drift"),
                    Signatures.instant(row, "at").orElseThrow()))
        .list();
  }

  /** For whoever runs the house. */
  public String sentence() {
    return "%s: the count differs from the signatures by %+d, the events by %+d"
        .formatted(action, countDrift, eventDrift);
  }
}
