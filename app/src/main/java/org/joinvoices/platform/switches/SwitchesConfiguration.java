package org.joinvoices.platform.switches;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.platform.database.NotificationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the switches, which follow whoever turns them. */
@Configuration(proxyBeanMethods = false)
class SwitchesConfiguration {

  private static final InstantSource MACHINE = InstantSource.system();

  @Bean
  Switches switches(DataSource dataSource) {
    return new Switches(dataSource, MACHINE);
  }

  @Bean
  Switchboard switchboard(Switches switches) {
    return new Switchboard(switches);
  }

  @Bean
  Switching switching(DataSource dataSource) {
    return new Switching(dataSource, MACHINE);
  }

  @Bean
  NotificationListener switchFollower(Switchboard board) {
    return new NotificationListener(Switches.CHANNEL, board::follow);
  }
}
