package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;

/**
 * Adds the events since its last run to the counts, counts anew who is awaited, on paper or under
 * review, and publishes all of it unless counts are frozen. One row per action is written here and
 * nowhere else, so that no signer waits for it; and by one server at a time ({@link CountLock}).
 */
final class CountJob {

  static final String NAME = "signing.count";

  private static final int BATCH = 5_000;

  /** Published numbers are the publishing's; those of a new row are nobody's. */
  private static final String ADD =
      """
      INSERT INTO signature_count AS c (action_id, counted, confirmed, awaiting, as_of) VALUES (?, ?, 0, 0, ?)
      ON CONFLICT (action_id) DO UPDATE SET counted = c.counted + excluded.counted
      """;

  private static final String PUBLISH =
      """
      INSERT INTO signature_count AS c (action_id, confirmed, awaiting, as_of)
      SELECT a.id, 0, 0, ?::timestamptz FROM action a
      ON CONFLICT (action_id) DO UPDATE SET confirmed = greatest(c.counted, 0), as_of = greatest(c.as_of, excluded.as_of)
      WHERE NOT EXISTS (SELECT FROM house_switch WHERE scope = 'counts')
      """;

  /** Only who can still confirm is awaited: nobody where a letter is not open. */
  private static final String PUBLISH_PARTS =
      """
      UPDATE signature_count c SET
        on_paper = (SELECT count(*) FROM signature s
          WHERE s.action_id = a.id AND s.state = 'confirmed' AND s.source = 'sheet'),
        awaiting = CASE WHEN a.opens <= moment.now AND moment.now < a.closes
          THEN (SELECT count(*) FROM signature s WHERE s.action_id = a.id AND s.state = 'pending'
                AND NOT s.muted AND s.signed_at > moment.void) ELSE 0 END,
        under_review = (SELECT count(*) FROM signature s WHERE s.action_id = a.id AND s.state = 'under_review')
      FROM action a, (SELECT ?::timestamptz AS now, ?::timestamptz AS void) AS moment
      WHERE a.id = c.action_id AND NOT EXISTS (SELECT FROM house_switch WHERE scope = 'counts')
      """;

  /**
   * The parts are rows counted anew, which takes the longer the more of them there are: a twentieth
   * of the time at most.
   */
  private static final int REST = 20;

  /** Done by one server at a time, in a transaction of its own. */
  @FunctionalInterface
  private interface Counting {
    int run(Connection connection) throws SQLException;
  }

  private final DataSource dataSource;
  private final InstantSource clock;
  private long partsDue = System.nanoTime();

  CountJob(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    int handled = BATCH;
    while (handled == BATCH) {
      handled =
          alone(
              connection ->
                  SignatureEvents.readWithin(
                      connection, NAME, BATCH, (same, batch) -> add(same, batch, now)));
    }
    alone(connection -> publishWhatIsDue(connection, now));
  }

  /**
   * @return 0 while another server counts; it does the same work
   */
  private int alone(Counting work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int done = CountLock.take(connection) ? work.run(connection) : 0;
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count: " + e.getSQLState());
    }
  }

  private static void add(Connection connection, List<SignatureEvent> batch, Instant now)
      throws SQLException {
    Map<ActionId, Integer> change = new HashMap<>();
    batch.forEach(event -> change.merge(event.key().action(), event.kind().worth(), Integer::sum));
    try (var update = connection.prepareStatement(ADD)) {
      for (var entry : change.entrySet()) {
        update.setObject(1, entry.getKey().value());
        update.setInt(2, entry.getValue());
        update.setObject(3, utc(now));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private int publishWhatIsDue(Connection connection, Instant now) throws SQLException {
    int letters = publishCounted(connection, now);
    long start = System.nanoTime();
    if (start - partsDue >= 0) {
      publishParts(connection, now);
      long end = System.nanoTime();
      partsDue = end + REST * (end - start);
    }
    return letters;
  }

  /** All of it, within the transaction of whoever holds the {@link CountLock}. */
  static void publish(Connection connection, Instant now) throws SQLException {
    publishCounted(connection, now);
    publishParts(connection, now);
  }

  private static int publishCounted(Connection connection, Instant now) throws SQLException {
    try (var publish = connection.prepareStatement(PUBLISH)) {
      publish.setObject(1, utc(now));
      return publish.executeUpdate();
    }
  }

  private static void publishParts(Connection connection, Instant now) throws SQLException {
    try (var publish = connection.prepareStatement(PUBLISH_PARTS)) {
      publish.setObject(1, utc(now));
      publish.setObject(2, utc(now.minus(Confirmation.LIFETIME)));
      publish.executeUpdate();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
