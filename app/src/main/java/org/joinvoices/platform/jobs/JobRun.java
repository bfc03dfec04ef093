package org.joinvoices.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a recurring job last ran, in machine time.
 *
 * @param lastEnded end of its last run; empty before the first
 * @param next when it is due
 */
public record JobRun(String job, Optional<Instant> lastEnded, Instant next) {

  /** Every job this house ever had, by name. */
  public static List<JobRun> list(DataSource database) {
    return JdbcClient.create(database)
        .sql("SELECT task_name, last_success, execution_time FROM scheduled_tasks ORDER BY 1")
        .query(JobRun::row)
        .list();
  }

  /** Whether a job that was due before {@code then} still waits to be begun. */
  static boolean areOverdue(DataSource database, Instant then) {
    return JdbcClient.create(database)
        .sql("SELECT EXISTS (SELECT FROM scheduled_tasks WHERE NOT picked AND execution_time < ?)")
        .param(then.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private static JobRun row(ResultSet row, int number) throws SQLException {
    return new JobRun(
        row.getString("task_name"),
        Optional.ofNullable(row.getObject("last_success", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getObject("execution_time", OffsetDateTime.class).toInstant());
  }
}
