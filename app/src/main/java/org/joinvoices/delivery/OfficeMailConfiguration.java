package org.joinvoices.delivery;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.delivery.mail.OfficeMail;
import org.joinvoices.delivery.mail.OfficeMailClient;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires e-mail to offices. */
@Configuration(proxyBeanMethods = false)
class OfficeMailConfiguration {

  @Bean
  OfficeMail officeMail(Settings settings) {
    return new OfficeMail(settings.baseUrl());
  }

  @Bean
  OfficeMailClient officeMailClient(DirectMail post) {
    return new OfficeMailClient(post);
  }

  @Bean
  OfficeBounces officeBounces(DataSource dataSource, CivicClock clock) {
    return new OfficeBounces(dataSource, clock, InstantSource.system());
  }
}
