package org.joinvoices.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Mends what was noted of jobs by a clock that was ahead: a job whose turn is later than its pause
 * from now, and a beat of a node that is still to come, behind which it would never look dead.
 * Without it all work would stand still until the time that the clock had shown.
 */
final class JobTimes {

  private static final Logger LOG = LoggerFactory.getLogger(JobTimes.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Nodes' clocks may differ by so much before one of them meddles with the other's jobs. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final List<RecurringJob> jobs;
  private final InstantSource steady;
  private final CountDownLatch ended = new CountDownLatch(1);

  JobTimes(DataSource dataSource, List<RecurringJob> jobs, InstantSource steady) {
    this.jdbc = JdbcClient.create(dataSource);
    this.jobs = jobs;
    this.steady = steady;
  }

  void start() {
    Thread.ofVirtual().name("job-times").start(this::lookAgainAndAgain);
  }

  void stop() {
    ended.countDown();
  }

  private void lookAgainAndAgain() {
    try {
      do {
        look();
      } while (!ended.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The top of the work: whatever fails, the next look comes. */
  private void look() {
    try {
      mend();
    } catch (RuntimeException away) {
      // a database that is away is said often enough by others
    }
  }

  void mend() {
    Instant now = steady.instant();
    Stream.concat(begin(now), letBeatsEnd(now))
        .distinct()
        .forEach(job -> LOG.warn("job {} was noted by a clock that is ahead of this one", job));
  }

  private Stream<String> begin(Instant now) {
    return jdbc
        .sql(
            """
            UPDATE scheduled_tasks t SET execution_time = :now, version = t.version + 1
            FROM unnest(CAST(:jobs AS text[]), CAST(:latest AS timestamptz[])) AS job (name, latest)
            WHERE t.task_name = job.name AND NOT t.picked AND t.execution_time > job.latest
            RETURNING t.task_name
            """)
        .param("now", utc(now))
        .param("jobs", array("text", RecurringJob::name))
        .param("latest", array("timestamptz", job -> utc(now.plus(job.pause()).plus(TOLERANCE))))
        .query(String.class)
        .list()
        .stream();
  }

  /** Who lives beats again within a second. */
  private Stream<String> letBeatsEnd(Instant now) {
    return jdbc
        .sql(
            """
            UPDATE scheduled_tasks SET last_heartbeat = :now
            WHERE task_name = ANY (:jobs) AND picked AND last_heartbeat > :latest
            RETURNING task_name
            """)
        .param("now", utc(now))
        .param("jobs", array("text", RecurringJob::name))
        .param("latest", utc(now.plus(TOLERANCE)))
        .query(String.class)
        .list()
        .stream();
  }

  private SqlArrayValue array(String type, Function<RecurringJob, Object> value) {
    return new SqlArrayValue(type, jobs.stream().map(value).toArray());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
