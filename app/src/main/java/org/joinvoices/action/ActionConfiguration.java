package org.joinvoices.action;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

  /** How long a page may show an action as it was; counts on pages are as old. */
  private static final Duration READ_AGE = Duration.ofSeconds(2);

  @Bean
  Actions actions(DataSource dataSource) {
    return new Actions(dataSource, READ_AGE);
  }
}
