package org.joinvoices.platform.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.SteadyClock;
import org.joinvoices.platform.watch.HealthPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires recurring work. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  /** Jobs are looked for five times a second. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final InstantSource STEADY = new SteadyClock();

  @Bean
  Jobs jobs(DataSource dataSource, List<RecurringJob> all) {
    return new Jobs(dataSource, all, STEADY);
  }

  @Bean
  HealthPart jobsHealth(DataSource dataSource) {
    return new HealthPart(
        "jobs", false, () -> !JobRun.areOverdue(dataSource, STEADY.instant().minus(LATE)));
  }
}
