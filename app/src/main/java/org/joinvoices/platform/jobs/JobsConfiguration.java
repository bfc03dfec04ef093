package org.joinvoices.platform.jobs;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires recurring work. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  @Bean
  Jobs jobs(DataSource dataSource, List<RecurringJob> all) {
    return new Jobs(dataSource, all);
  }
}
