package org.joinvoices.platform.retention;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the nightly run. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  /** Between two looks whether a night has begun, because civic time may jump. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  @Bean
  Retention retention(DataSource dataSource, CivicClock clock, List<RetentionSteps> steps) {
    return new Retention(dataSource, clock, steps);
  }

  @Bean
  RecurringJob forgetInTime(Retention retention) {
    return new RecurringJob("retention.nightly", LOOK, retention::runNightly);
  }
}
