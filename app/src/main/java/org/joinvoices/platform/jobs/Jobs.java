package org.joinvoices.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the recurring jobs of this house while the server is up. It goes by a steady clock, because
 * whoever waits for a moment of a clock that is put back waits for hours.
 */
final class Jobs implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private static final Duration POLL = Duration.ofMillis(200);

  /** With four missed beats, the least it allows, a killed node's jobs run again within seconds. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final JobTimes times;
  private volatile boolean running;

  /**
   * @param steady a clock that goes evenly
   */
  Jobs(DataSource dataSource, List<RecurringJob> jobs, InstantSource steady) {
    this.times = new JobTimes(dataSource, jobs, steady);
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(jobs.stream().map(Jobs::task).toList())
            .threads(Math.max(1, jobs.size()))
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .clock(steady::instant)
            .alwaysPersistTimestampInUTC()
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
  }

  @Override
  public void start() {
    scheduler.start();
    times.start();
    running = true;
  }

  @Override
  public void stop() {
    times.stop();
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    var running = new ReentrantLock();
    return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
        .execute((instance, context) -> runAlone(running, job));
  }

  /**
   * After a time without a database even a job that goes on here looks dead for want of beats, and
   * is begun again.
   */
  private static void runAlone(Lock running, RecurringJob job) {
    if (running.tryLock()) {
      try {
        run(job);
      } finally {
        running.unlock();
      }
    }
  }

  /**
   * The top of a worker: whatever fails, the next run comes; messages may quote what people typed.
   */
  static void run(RecurringJob job) {
    var timing = Timer.start();
    String outcome = "done";
    try {
      job.work().run();
    } catch (RuntimeException e) {
      outcome = "failed";
      LOG.warn("job {} failed: {}", job.name(), e.getClass().getName());
    }
    timing.stop(Metrics.timer("joinvoices.job", "job", job.name(), "outcome", outcome));
  }
}
