package org.joinvoices.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JobsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Semaphore mayEnd = new Semaphore(0);
  private List<Jobs> started = List.of();

  @AfterEach
  void stop() {
    mayEnd.release(1_000);
    started.forEach(Jobs::stop);
  }

  @Test
  void runsAJobAgainAndAgainEvenWhenItFails() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var failing =
        new RecurringJob(
            "failing",
            Duration.ofMillis(10),
            () -> {
              runs.countDown();
              throw new IllegalStateException("quotes amira@example.org");
            });
    start(failing);

    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    started.getFirst().stop();
    assertThat(started.getFirst().isRunning()).isFalse();
  }

  @Test
  void doesNotWaitForATimeThatAClockShowedWhichWasAhead() {
    var runs = new AtomicInteger();
    var job = new RecurringJob("count", Duration.ofMillis(10), runs::incrementAndGet);
    start(job);
    await().atMost(PATIENCE).until(() -> runs.get() > 0);
    started.getFirst().stop();
    jdbc.sql("UPDATE scheduled_tasks SET execution_time = ?").param(utc(inThreeHours())).update();
    int before = runs.get();

    start(job);

    await().atMost(PATIENCE).until(() -> runs.get() > before);
  }

  @Test
  void takesOverFromADeadNodeWhoseClockWasAhead() {
    var runs = new AtomicInteger();
    var job = new RecurringJob("count", Duration.ofMillis(10), runs::incrementAndGet);
    start(job);
    await().atMost(PATIENCE).until(() -> runs.get() > 0);
    started.getFirst().stop();
    jdbc.sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'dead', last_heartbeat = ?")
        .param(utc(inThreeHours()))
        .update();
    int before = runs.get();

    start(job);

    await().atMost(PATIENCE).until(() -> runs.get() > before);
  }

  @Test
  void doesNotBeginAJobBesideItselfWhenItLooksDead() {
    var begun = new AtomicInteger();
    var job =
        new RecurringJob(
            "long",
            Duration.ofMillis(10),
            () -> {
              begun.incrementAndGet();
              mayEnd.acquireUninterruptibly();
            });
    start(job, new RecurringJob("other", Duration.ofDays(1), () -> {}));
    await().atMost(PATIENCE).until(() -> begun.get() == 1);

    // as who finds no beats for a while does
    jdbc.sql(
            """
            UPDATE scheduled_tasks SET picked = false, execution_time = ?, version = version + 1
            WHERE task_name = 'long'
            """)
        .param(utc(InstantSource.system().instant()))
        .update();
    await().atMost(PATIENCE).until(this::ranAgain);

    assertThat(begun).hasValue(1);
  }

  private boolean ranAgain() {
    return jdbc.sql("SELECT last_success IS NOT NULL FROM scheduled_tasks WHERE task_name = 'long'")
        .query(Boolean.class)
        .single();
  }

  private void start(RecurringJob... some) {
    var jobs = new Jobs(database, List.of(some), InstantSource.system());
    jobs.start();
    started = List.of(jobs);
  }

  private static Instant inThreeHours() {
    return InstantSource.system().instant().plus(Duration.ofHours(3));
  }

  private static Object utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
