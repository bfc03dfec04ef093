package org.joinvoices.signing;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.database.LastKnown;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windowed counts: added up by one job, never by the signer's transaction. */
public final class Counts {

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LastKnown<ActionId, Count> known;

  /**
   * @param age up to which a count is given again, in machine time
   */
  public Counts(DataSource dataSource, InstantSource clock, Duration age) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    this.known = new LastKnown<>(age, this::read);
  }

  /**
   * Nobody yet, as of now, for an action that has not been counted; the last known count, with its
   * own instant, while the database does not answer.
   */
  public Count of(ActionId action) {
    return known.getOrLast(action);
  }

  private Count read(ActionId action) {
    return jdbc.sql(
            "SELECT confirmed, on_paper, awaiting, as_of FROM signature_count WHERE action_id = ?")
        .param(action.value())
        .query(
            (row, _) ->
                new Count(
                    row.getLong("confirmed"),
                    row.getLong("on_paper"),
                    row.getLong("awaiting"),
                    Signatures.instant(row, "as_of").orElseThrow()))
        .optional()
        .orElseGet(() -> new Count(0, 0, 0, clock.instant()));
  }
}
