package org.joinvoices.site;

import org.joinvoices.delivery.Handouts;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the site's own pages. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

  @Bean
  Handouts handouts(Settings settings) {
    return new Handouts(settings.baseUrl());
  }
}
