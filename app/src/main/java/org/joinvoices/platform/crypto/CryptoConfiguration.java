package org.joinvoices.platform.crypto;

import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires sealing. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

  @Bean
  Vault vault(DataSource dataSource, Settings settings) {
    return Vault.open(
        dataSource, MasterKey.load(settings.masterKeyFile()), KeyStore.in(settings.keyStore()));
  }

  @Bean
  Tokens tokens(Vault vault, CivicClock clock) {
    return new Tokens(vault, clock);
  }
}
