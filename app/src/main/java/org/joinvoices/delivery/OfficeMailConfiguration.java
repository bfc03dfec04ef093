package org.joinvoices.delivery;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.delivery.mail.OfficeMail;
import org.joinvoices.delivery.mail.OfficeMailClient;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires e-mail to offices, and mails to signers about what became of their messages. */
@Configuration(proxyBeanMethods = false)
class OfficeMailConfiguration {

  private static final Duration TELL = Duration.ofMinutes(1);

  @Bean
  OfficeMail officeMail(Settings settings) {
    return new OfficeMail(settings.baseUrl());
  }

  @Bean
  OfficeMailClient officeMailClient(DirectMail post) {
    return new OfficeMailClient(post);
  }

  @Bean
  RecurringJob tellSigners(DataSource dataSource, CivicClock clock) {
    var notices = new Notices(dataSource, clock, InstantSource.system());
    return new RecurringJob(Notices.NAME, TELL, notices::run);
  }

  @Bean
  OfficeBounces officeBounces(DataSource dataSource, CivicClock clock) {
    return new OfficeBounces(dataSource, clock, InstantSource.system());
  }
}
