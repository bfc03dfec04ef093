package org.joinvoices.districts;

import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.NotificationListener;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.watch.HealthPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the release in use, which follows the database, and the geocoder if there is one. */
@Configuration(proxyBeanMethods = false)
class DistrictsConfiguration {

  @Bean
  ReleaseInUse releaseInUse(DataSource dataSource) {
    return new ReleaseInUse(new ReleaseStore(dataSource));
  }

  @Bean
  NotificationListener dataReleaseFollower(ReleaseInUse inUse) {
    return new NotificationListener(ReleaseStore.CHANNEL, inUse::follow);
  }

  @Bean
  Districts districts(ReleaseInUse inUse) {
    return new Districts(inUse::edition);
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
  HealthPart districtsHealth(ReleaseInUse inUse, Districts districts, CivicClock clock) {
    return new HealthPart(
        "districts",
        false,
        () -> inUse.used().alarm().isEmpty() && districts.covers(clock.today()));
  }
}
