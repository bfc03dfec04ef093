package org.joinvoices.delivery;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the doors by which organizers see and change what waits. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

  private static final InstantSource MACHINE = InstantSource.system();

  @Bean
  Queue deliveryQueue(DataSource dataSource, Districts districts, CivicClock clock) {
    return new Queue(dataSource, districts, clock);
  }

  @Bean
  QueueActs queueActs(
      DataSource dataSource, Actions actions, ChannelChoice choice, CivicClock clock) {
    var audit = new AuditTrail(dataSource, MACHINE);
    return new QueueActs(dataSource, actions, choice, audit, clock, MACHINE);
  }
}
