package org.joinvoices.districts;

import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.watch.HealthPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the built-in release. */
@Configuration(proxyBeanMethods = false)
class DistrictsConfiguration {

  @Bean
  Districts districts() {
    return Districts.builtIn();
  }

  @Bean
  HealthPart districtsHealth(Districts districts, CivicClock clock) {
    return new HealthPart("districts", false, () -> districts.covers(clock.today()));
  }
}
