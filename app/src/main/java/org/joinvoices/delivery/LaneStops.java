package org.joinvoices.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

  private static final String CHECK =
      """
      SELECT pg_get_constraintdef(oid) FROM pg_constraint
      WHERE conrelid = 'delivery_lane'::regclass AND conname = 'delivery_lane_lane_check'
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
      for (Route route : lanes(connection)) {
        stop.setString(1, route.word());
        stop.setString(2, RESTORED);
        stop.setObject(3, utc(now));
        stop.executeUpdate();
      }
    }
  }

  /** Those that these tables know: the ones of an earlier release know no e-mail to offices. */
  private static List<Route> lanes(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(CHECK)) {
      var rows = select.executeQuery();
      String check = rows.next() ? rows.getString(1) : "";
      return Arrays.stream(Route.values())
          .filter(Route::isSent)
          .filter(route -> check.contains("'" + route.word() + "'"))
          .toList();
    }
  }

  /** The lanes that are stopped, each with its code. */
  public Map<Route, String> list() {
    var stopped = new EnumMap<Route, String>(Route.class);
    jdbc.sql("SELECT lane, coalesce(reason, '') AS reason FROM delivery_lane WHERE stopped")
        .query(
            row -> {
              stopped.put(
                  Route.valueOf(row.getString("lane").toUpperCase(Locale.ROOT)),
                  row.getString("reason"));
            });
    return stopped;
  }

  /** Why the lane is stopped, as a code; empty while it is not. */
  public Optional<String> find(Route route) {
    return Optional.ofNullable(list().get(route));
  }

  /**
   * Lets messages leave again; a running server sees it within a second.
   *
   * @return the code it was stopped with; empty if it was not
   */
  public Optional<String> resume(Route route) {
    Optional<String> code = find(route);
    jdbc.sql(
            """
            UPDATE delivery_lane SET stopped = false, reason = 'resumed', changed_at = ?
            WHERE lane = ? AND stopped
            """)
        .params(utc(machine.instant()), route.word())
        .update();
    return code;
  }

  /** How many messages of the lane are ready to go, or would be if it were not stopped. */
  public long waiting(Route route) {
    return jdbc.sql("SELECT count(*) FROM delivery WHERE lane = ? AND state = 'queued'")
        .param(route.word())
        .query(Long.class)
        .single();
  }

  void stop(Route route, String code) {
    jdbc.sql(STOP).params(route.word(), code, utc(machine.instant())).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
