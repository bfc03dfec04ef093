package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds the events since its last run to the counts, and counts anew who is awaited. One row per
 * action is written here and nowhere else, so that no signer waits for it.
 */
final class CountJob {

  static final String NAME = "signing.count";

  private static final int BATCH = 5_000;

  /** The row proposed is checked before the conflict is seen, so it must not be negative itself. */
  private static final String ADD =
      """
      WITH added AS (SELECT ?::uuid AS action_id, ?::bigint AS n, ?::timestamptz AS as_of)
      INSERT INTO signature_count (action_id, confirmed, awaiting, as_of)
      SELECT action_id, greatest(n, 0), 0, as_of FROM added
      ON CONFLICT (action_id) DO UPDATE SET confirmed = signature_count.confirmed + (SELECT n FROM added)
      """;

  /** Only who can still confirm is awaited: nobody where a letter is not open. */
  private static final String AWAITING =
      """
      INSERT INTO signature_count (action_id, confirmed, on_paper, awaiting, as_of)
      SELECT a.id, 0,
        (SELECT count(*) FROM signature s
         WHERE s.action_id = a.id AND s.state = 'confirmed' AND s.source = 'sheet'),
        CASE WHEN a.opens <= :now AND :now < a.closes
          THEN (SELECT count(*) FROM signature s WHERE s.action_id = a.id AND s.state = 'pending'
                AND NOT s.muted AND s.signed_at > :void) ELSE 0 END, :now
      FROM action a
      ON CONFLICT (action_id) DO UPDATE SET on_paper = excluded.on_paper, awaiting = excluded.awaiting,
        as_of = excluded.as_of
      """;

  private final SignatureEvents events;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  CountJob(DataSource dataSource, InstantSource clock) {
    this.events = new SignatureEvents(dataSource);
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    int handled = BATCH;
    while (handled == BATCH) {
      handled = events.read(NAME, BATCH, (connection, batch) -> add(connection, batch, now));
    }
    jdbc.sql(AWAITING)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("void", now.minus(Confirmation.LIFETIME).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static void add(Connection connection, List<SignatureEvent> batch, Instant now)
      throws SQLException {
    Map<ActionId, Integer> change = new HashMap<>();
    batch.forEach(event -> change.merge(event.key().action(), worth(event), Integer::sum));
    try (var update = connection.prepareStatement(ADD)) {
      for (var entry : change.entrySet()) {
        update.setObject(1, entry.getKey().value());
        update.setInt(2, entry.getValue());
        update.setObject(3, now.atOffset(ZoneOffset.UTC));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static int worth(SignatureEvent event) {
    return switch (event.kind()) {
      case CONFIRMED, RESTORED -> 1;
      case WITHDRAWN, INVALIDATED -> -1;
      case DISTRICT_CHOSEN, MATCHED_AGAIN, ERASED -> 0;
    };
  }
}
