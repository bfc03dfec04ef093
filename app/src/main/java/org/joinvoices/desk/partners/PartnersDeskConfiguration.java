package org.joinvoices.desk.partners;

import org.joinvoices.coalition.Partners;
import org.joinvoices.coalition.SourceLinks;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.PartnerConsents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the page about partners. */
@Configuration(proxyBeanMethods = false)
class PartnersDeskConfiguration {

  @Bean
  PartnersPages partnersPages(
      Partners partners, SourceLinks links, PartnerConsents consents, Settings settings) {
    return new PartnersPages(partners, links, consents, settings.baseUrl());
  }
}
