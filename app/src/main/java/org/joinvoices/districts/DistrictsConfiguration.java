package org.joinvoices.districts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the built-in release. */
@Configuration(proxyBeanMethods = false)
class DistrictsConfiguration {

  @Bean
  Districts districts() {
    return Districts.builtIn();
  }
}
