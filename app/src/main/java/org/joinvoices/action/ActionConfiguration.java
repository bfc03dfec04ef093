package org.joinvoices.action;

import java.time.Duration;
import javax.sql.DataSource;
import org.joinvoices.platform.database.NotificationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reading; whoever writes makes an {@link ActionStore} or {@link Publishing} of its own. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

  /** Bounds the harm of a reading that overlaps a change; changes themselves are told at once. */
  private static final Duration READ_AGE = Duration.ofSeconds(2);

  @Bean
  Actions actions(DataSource dataSource) {
    return new Actions(dataSource, READ_AGE);
  }

  @Bean
  NotificationListener actionChanges(Actions actions) {
    return new NotificationListener(ActionStore.CHANNEL, actions::forget);
  }
}
