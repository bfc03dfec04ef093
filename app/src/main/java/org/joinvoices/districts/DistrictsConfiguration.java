package org.joinvoices.districts;

import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.watch.HealthPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the built-in release, and the geocoder if there is one. */
@Configuration(proxyBeanMethods = false)
class DistrictsConfiguration {

  @Bean
  Districts districts() {
    return Districts.builtIn();
  }

  @Bean
  StreetMatcher streetMatcher(Districts districts, Settings settings, CivicClock clock) {
    return HouseGeocoder.of(settings)
        .map(
            geocoder -> {
              // so that nobody who signs waits for the borders to be read
              Thread.ofVirtual().start(() -> districts.points(clock.today()));
              return StreetMatcher.asking(districts, geocoder.cautious(settings.baseUrl()));
            })
        .orElseGet(() -> StreetMatcher.off(districts));
  }

  @Bean
  HealthPart districtsHealth(Districts districts, CivicClock clock) {
    return new HealthPart("districts", false, () -> districts.covers(clock.today()));
  }
}
