package org.joinvoices.accountability;

import javax.sql.DataSource;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the record of what officials answered. */
@Configuration(proxyBeanMethods = false)
class AccountabilityConfiguration {

  @Bean
  Responses responses(DataSource dataSource, Districts districts, CivicClock clock) {
    return new Responses(dataSource, districts, clock);
  }
}
