package org.joinvoices.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which lanes are stopped, and why. A lane is stopped by its gateway, when that refuses our key or
 * name, or by a restore, because messages left after the backup was made; it stays so until an
 * operator has looked and lets it go on. The database is all this needs, whether a server runs or
 * not.
 */
public final class LaneStops {

  /** Why a lane is stopped that no gateway stopped; all other codes are a gateway's. */
  public static final String RESTORED = "restored";

  private static final String STOP =
      """
      INSERT INTO delivery_lane (lane, stopped, reason, changed_at) VALUES (?, true, ?, ?)
      ON CONFLICT (lane) DO UPDATE SET stopped = true, reason = excluded.reason, changed_at = excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final InstantSource machine;

  public LaneStops(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  /**
   * Stops every lane of a house that is being restored, within the caller's transaction; on the
   * tables of whichever release.
   *
   * @param now machine time
   * @throws SQLException as the database gave it
   */
  public static void stopAll(Connection connection, Instant now) throws SQLException {
    try (var stop = connection.prepareStatement(STOP)) {
      for (Chamber chamber : Chamber.values()) {
        stop.setString(1, chamber.word());
        stop.setString(2, RESTORED);
        stop.setObject(3, utc(now));
        stop.executeUpdate();
      }
    }
  }

  /** The lanes that are stopped, each with its code. */
  public Map<Chamber, String> list() {
    var stopped = new EnumMap<Chamber, String>(Chamber.class);
    jdbc.sql("SELECT lane, coalesce(reason, '') AS reason FROM delivery_lane WHERE stopped")
        .query(
            row -> {
              stopped.put(
                  Chamber.valueOf(row.getString("lane").toUpperCase(Locale.ROOT)),
                  row.getString("reason"));
            });
    return stopped;
  }

  /** Why the lane is stopped, as a code; empty while it is not. */
  public Optional<String> find(Chamber chamber) {
    return Optional.ofNullable(list().get(chamber));
  }

  /**
   * Lets messages leave again; a running server sees it within a second.
   *
   * @return the code it was stopped with; empty if it was not
   */
  public Optional<String> resume(Chamber chamber) {
    Optional<String> code = find(chamber);
    jdbc.sql(
            """
            UPDATE delivery_lane SET stopped = false, reason = 'resumed', changed_at = ?
            WHERE lane = ? AND stopped
            """)
        .params(utc(machine.instant()), chamber.word())
        .update();
    return code;
  }

  /** How many messages of the lane are ready to go, or would be if it were not stopped. */
  public long waiting(Chamber chamber) {
    return jdbc.sql("SELECT count(*) FROM delivery WHERE lane = ? AND state = 'queued'")
        .param(chamber.word())
        .query(Long.class)
        .single();
  }

  void stop(Chamber chamber, String code) {
    jdbc.sql(STOP).params(chamber.word(), code, utc(machine.instant())).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
