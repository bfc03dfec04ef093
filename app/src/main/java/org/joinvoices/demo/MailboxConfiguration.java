package org.joinvoices.demo;

import java.time.InstantSource;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The catch-all mailbox of a demo; its files lie below the demo's home. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class MailboxConfiguration {

  @Bean
  MailboxStore mailboxStore(Settings settings) {
    return new MailboxStore(settings.home().resolve("demo/mail"), InstantSource.system());
  }

  @Bean
  MailboxServer mailboxServer(Settings settings, MailboxStore store) {
    return new MailboxServer(settings.mail().port(), store);
  }
}
