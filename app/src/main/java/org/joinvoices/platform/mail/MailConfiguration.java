package org.joinvoices.platform.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.SteadyClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.switches.Switchboard;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the sending of mails. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration READ_BOUNCES = Duration.ofMinutes(1);

  @Bean
  MailWorker mailWorker(
      DataSource dataSource, Settings settings, Vault vault, List<MailKind> kinds) {
    var machine = InstantSource.system();
    var steady = new SteadyClock();
    var store = new MailStore(dataSource, machine);
    var pace = new Pace(settings.mail().perSecond());
    var dispatch =
        new MailDispatch(
            store, kinds, pace, settings.mail().perSecondPerProvider(), machine, steady);
    var post = post(settings, vault);
    var looks = new Pace(settings.mail().perSecond());
    return new MailWorker(store, post, dispatch, pace, looks, machine, steady);
  }

  private static SmtpPost post(Settings settings, Vault vault) {
    var bounces = settings.mail().bounces();
    var returnPaths = bounces == null ? null : new ReturnPaths(bounces.address(), vault);
    return new SmtpPost(settings.mail(), returnPaths, InstantSource.system());
  }

  @Bean
  DirectMail directMail(Settings settings, Vault vault) {
    return new DirectMail(post(settings, vault));
  }

  @Bean
  @ConditionalOnProperty("joinvoices.mail.bounces.address")
  RecurringJob readBounces(
      DataSource dataSource, Settings settings, Vault vault, List<BounceListener> others) {
    var bounces = Objects.requireNonNull(settings.mail().bounces());
    var listeners = new ArrayList<>(others);
    listeners.add(new MailStore(dataSource, InstantSource.system()));
    var reader = new BounceReader(listeners, new ReturnPaths(bounces.address(), vault), bounces);
    return new RecurringJob("mail.bounces", READ_BOUNCES, reader::run);
  }

  @Bean
  MailNews mailNews(DataSource dataSource, Switchboard switches) {
    return new MailNews(dataSource, switches, InstantSource.system());
  }

  @Bean
  RecurringJob sendMails(MailWorker worker) {
    return new RecurringJob("mail.send", PAUSE, worker::run);
  }
}
