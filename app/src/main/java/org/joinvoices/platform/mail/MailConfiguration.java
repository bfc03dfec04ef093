package org.joinvoices.platform.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the sending of mails. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final Duration PAUSE = Duration.ofMillis(200);

  @Bean
  MailWorker mailWorker(DataSource dataSource, Settings settings, List<MailKind> kinds) {
    var machine = InstantSource.system();
    var store = new MailStore(dataSource, machine);
    var pace = new Pace(settings.mail().perSecond());
    var dispatch =
        new MailDispatch(store, kinds, pace, settings.mail().perSecondPerProvider(), machine);
    return new MailWorker(store, new SmtpPost(settings.mail(), machine), dispatch, pace, machine);
  }

  @Bean
  MailNews mailNews(DataSource dataSource) {
    return new MailNews(dataSource, InstantSource.system());
  }

  @Bean
  RecurringJob sendMails(MailWorker worker) {
    return new RecurringJob("mail.send", PAUSE, worker::run);
  }
}
