package org.joinvoices.authors;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the authors' room. */
@Configuration(proxyBeanMethods = false)
class AuthorsConfiguration {

  private static final InstantSource MACHINE = InstantSource.system();

  @Bean
  AuthorsLinks authorsLinks(DataSource dataSource, Vault vault) {
    return new AuthorsLinks(dataSource, vault, MACHINE);
  }

  @Bean
  TextApprovals textApprovals(DataSource dataSource, CivicClock clock) {
    return new TextApprovals(dataSource, clock);
  }

  @Bean
  PauseRequests pauseRequests(DataSource dataSource, Vault vault, CivicClock clock) {
    return new PauseRequests(dataSource, vault, clock, MACHINE);
  }

  @Bean
  AuthorsRoom authorsRoom(
      DataSource dataSource, AuthorsLinks links, TextApprovals approvals, PauseRequests pauses) {
    return new AuthorsRoom(dataSource, links, approvals, pauses, MACHINE);
  }
}
