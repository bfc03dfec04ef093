package org.joinvoices.platform.clock;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.platform.database.NotificationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires civic time, which follows whoever moves it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  CivicClockStore civicClockStore(DataSource dataSource) {
    return new CivicClockStore(dataSource, InstantSource.system());
  }

  @Bean
  CivicClock civicClock(CivicClockStore store) {
    return store.clock();
  }

  @Bean
  NotificationListener clockFollower(CivicClock clock, CivicClockStore store) {
    return new NotificationListener(
        CivicClockStore.CHANNEL, () -> clock.move(store.find().orElse(Duration.ZERO)));
  }
}
