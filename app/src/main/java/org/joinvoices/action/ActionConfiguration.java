package org.joinvoices.action;

import java.time.Duration;
import javax.sql.DataSource;
import org.joinvoices.platform.database.NotificationListener;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reading; whoever writes makes an {@link ActionStore} or {@link Publishing} of its own. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

  /** Bounds the harm of a reading that overlaps a change; changes themselves are told at once. */
  private static final Duration READ_AGE = Duration.ofSeconds(2);

  @Bean
  Actions actions(DataSource dataSource, Switchboard switches) {
    return new Actions(dataSource, READ_AGE, () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  ActionBySlug actionBySlug(Actions actions) {
    return new ActionBySlug(actions);
  }

  @Bean
  NotificationListener actionChanges(Actions actions) {
    return new NotificationListener(ActionStore.CHANNEL, actions::forget);
  }
}
