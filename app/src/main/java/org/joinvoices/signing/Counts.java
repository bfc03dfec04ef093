package org.joinvoices.signing;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windowed counts: added up by one job, never by the signer's transaction. */
public final class Counts {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public Counts(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /** Nobody yet, as of now, for an action that has not been counted. */
  public Count of(ActionId action) {
    return jdbc.sql("SELECT confirmed, awaiting, as_of FROM signature_count WHERE action_id = ?")
        .param(action.value())
        .query(
            (row, _) ->
                new Count(
                    row.getLong("confirmed"),
                    row.getLong("awaiting"),
                    Signatures.instant(row, "as_of").orElseThrow()))
        .optional()
        .orElseGet(() -> new Count(0, 0, clock.instant()));
  }
}
