package org.joinvoices.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

final class JobsTest {

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
    var jobs = new Jobs(TestDatabase.fresh(), List.of(failing));

    jobs.start();
    try {
      assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      jobs.stop();
    }
    assertThat(jobs.isRunning()).isFalse();
  }
}
