package org.joinvoices.coalition;

import javax.sql.DataSource;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.signing.PartnerConsents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires partners, links and their numbers. */
@Configuration(proxyBeanMethods = false)
class CoalitionConfiguration {

  @Bean
  SourceLinks sourceLinks(DataSource dataSource, AuditTrail audit, CivicClock clock) {
    return new SourceLinks(dataSource, audit, clock);
  }

  @Bean
  Partners partners(DataSource dataSource, SourceLinks links, AuditTrail audit, CivicClock clock) {
    return new Partners(dataSource, links, audit, clock);
  }

  @Bean
  Coalition coalition(
      DataSource dataSource,
      Partners partners,
      SourceLinks links,
      CivicClock clock,
      Switchboard switches) {
    return new Coalition(dataSource, partners, links, clock, () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  PartnerExports partnerExports(
      DataSource dataSource,
      Partners partners,
      PartnerConsents consents,
      Tokens tokens,
      AuditTrail audit) {
    return new PartnerExports(dataSource, partners, consents, tokens, audit);
  }
}
