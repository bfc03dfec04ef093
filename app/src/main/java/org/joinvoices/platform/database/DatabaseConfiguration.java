package org.joinvoices.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what listens to the database; the pool itself is Spring Boot's. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  Notifications notifications(DataSource dataSource, List<NotificationListener> listeners) {
    return new Notifications(dataSource, listeners);
  }
}
