package org.joinvoices.platform.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.watch.HealthPart;
import org.joinvoices.platform.watch.Sampled;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be watched of the queue of mails; attempts are counted where they are made. */
@Configuration(proxyBeanMethods = false)
class MailMeters {

  /** Longer, and people wonder. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  @Bean
  MeterBinder mailsThatWait(DataSource database, CivicClock clock) {
    var backlog = new Sampled<>(() -> MailBacklog.read(database));
    return registry -> {
      Gauge.builder("joinvoices.mails.waiting", backlog, b -> b.get(MailBacklog::waiting))
          .description("Mails that have not left yet")
          .register(registry);
      Gauge.builder("joinvoices.mails.oldest", backlog, b -> b.get(now -> age(now, clock)))
          .description("How long the oldest of them has waited")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("joinvoices.mails.stopped", backlog, b -> b.get(MailBacklog::stopped))
          .description("Mails that wait for an operator's word")
          .register(registry);
      Gauge.builder("joinvoices.mails.failed", backlog, b -> b.get(MailBacklog::failed))
          .description("Mails given up or come back")
          .register(registry);
    };
  }

  @Bean
  HealthPart mailHealth(DataSource database, CivicClock clock) {
    return new HealthPart("mail", false, () -> isWell(MailBacklog.read(database), clock));
  }

  private static boolean isWell(MailBacklog backlog, CivicClock clock) {
    return backlog.stopped() == 0 && age(backlog, clock) <= SLOW.toSeconds();
  }

  private static long age(MailBacklog backlog, CivicClock clock) {
    return backlog
        .oldest()
        .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
        .orElse(0L);
  }
}
