package org.joinvoices.platform.switches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The switches as the database has them: all that a worker or a command needs, whether a server
 * runs or not.
 */
public final class Switches {

  /** PostgreSQL NOTIFY channel. */
  static final String CHANNEL = "house_switch";

  private final JdbcClient jdbc;
  private final InstantSource machine;

  public Switches(DataSource dataSource, InstantSource machine) {
    this.jdbc = JdbcClient.create(dataSource);
    this.machine = machine;
  }

  /** What is paused, the oldest first. */
  public List<Standstill> list() {
    return jdbc.sql(
            "SELECT scope, subject, since, until FROM house_switch ORDER BY since, scope, subject")
        .query(Switches::standstill)
        .list();
  }

  public boolean isPaused(Switch what) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM house_switch WHERE scope = ? AND subject = ?)")
        .params(what.scope(), what.subject())
        .query(Boolean.class)
        .single();
  }

  /**
   * Of what is paused already, only until when is changed, where that is said.
   *
   * @return false if it was paused already
   */
  boolean pause(Switch what, Optional<Instant> until) {
    boolean fresh =
        jdbc.sql(
                """
                INSERT INTO house_switch (scope, subject, since, until)
                VALUES (?, ?, ?, nullif(?, '-infinity'::timestamptz))
                ON CONFLICT (scope, subject) DO UPDATE SET until = coalesce(excluded.until, house_switch.until)
                RETURNING xmax = 0
                """)
            .params(
                what.scope(),
                what.subject(),
                machine.instant().atOffset(ZoneOffset.UTC),
                until.map(end -> end.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MIN))
            .query(Boolean.class)
            .single();
    tell();
    return fresh;
  }

  /**
   * @return false if it was not paused
   */
  boolean resume(Switch what) {
    boolean paused =
        jdbc.sql("DELETE FROM house_switch WHERE scope = ? AND subject = ?")
                .params(what.scope(), what.subject())
                .update()
            == 1;
    tell();
    return paused;
  }

  private void tell() {
    jdbc.sql("SELECT pg_notify(?, '')").param(CHANNEL).query(String.class).optional();
  }

  private static Standstill standstill(ResultSet row, int number) throws SQLException {
    return new Standstill(
        new Switch(row.getString("scope"), row.getString("subject")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
