package org.joinvoices.signing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
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
    this(dataSource, clock, age, () -> false);
  }

  /**
   * @param age up to which a count is given again, in machine time
   * @param still whether pages are to show what was known, and leave the database alone
   */
  Counts(DataSource dataSource, InstantSource clock, Duration age, BooleanSupplier still) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    this.known = new LastKnown<>(age, this::read, still);
  }

  /**
   * Nobody yet, as of now, for an action that has not been counted; the last known count, with its
   * own instant, while the database does not answer or is to be left alone.
   */
  public Count of(ActionId action) {
    return known.getOrLast(action);
  }

  private Count read(ActionId action) {
    return jdbc.sql(
            """
            SELECT confirmed, on_paper, awaiting, under_review, as_of FROM signature_count WHERE action_id = ?
            """)
        .param(action.value())
        .query(
            (row, _) ->
                new Count(
                    row.getLong("confirmed"),
                    row.getLong("on_paper"),
                    row.getLong("awaiting"),
                    row.getLong("under_review"),
                    Signatures.instant(row, "as_of").orElseThrow()))
        .optional()
        .orElseGet(() -> new Count(0, 0, 0, 0, clock.instant()));
  }
}
