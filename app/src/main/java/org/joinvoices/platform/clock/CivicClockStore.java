package org.joinvoices.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a demo's civic time lives: as an offset in table {@code civic_clock}. Running servers hear
 * of each move on channel {@link #CHANNEL}.
 */
public final class CivicClockStore {

  /** PostgreSQL NOTIFY channel. */
  public static final String CHANNEL = "civic_clock";

  /** What became of a wish to move the clock. */
  public sealed interface Move {

    /** Civic time is now this. */
    record Moved(Instant civic) implements Move {}

    /** Civic time is later already and never goes back, because what happened has happened. */
    record TooEarly(Instant civic) implements Move {}
  }

  private final JdbcClient database;
  private final InstantSource machine;

  public CivicClockStore(DataSource dataSource, InstantSource machine) {
    this.database = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  /** Empty in a house that never had another time than the machine's. */
  public Optional<Duration> find() {
    return database
        .sql("SELECT offset_millis FROM civic_clock")
        .query(Long.class)
        .optional()
        .map(Duration::ofMillis);
  }

  /** A clock that shows the stored time. */
  public CivicClock clock() {
    return new CivicClock(machine, find().orElse(Duration.ZERO));
  }

  /** Moves civic time forward; the first time to anywhere. */
  public Move moveTo(Instant wanted) {
    var offset = Duration.between(machine.instant(), wanted);
    var rows =
        database
            .sql(
                """
                INSERT INTO civic_clock (offset_millis) VALUES (?)
                ON CONFLICT (only_row) DO UPDATE SET offset_millis = excluded.offset_millis
                WHERE civic_clock.offset_millis <= excluded.offset_millis
                """)
            .param(offset.toMillis())
            .update();
    if (rows == 0) {
      return new Move.TooEarly(clock().instant());
    }
    database.sql("SELECT pg_notify(?, '')").param(CHANNEL).query(String.class).optional();
    return new Move.Moved(clock().instant());
  }
}
