package org.joinvoices.delivery;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Counts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what happens to books at and around the deadline. */
@Configuration(proxyBeanMethods = false)
class HandOverConfiguration {

  /** As often as books are frozen. */
  private static final Duration MAIL_PAUSE = Duration.ofSeconds(10);

  private static final Duration REMINDER_PAUSE = Duration.ofMinutes(1);
  private static final InstantSource MACHINE = InstantSource.system();

  @Bean
  HandOvers handOvers(DataSource dataSource, Vault vault, CivicClock clock) {
    return new HandOvers(dataSource, vault, clock);
  }

  @Bean
  BookWork bookWork(DataSource dataSource, CivicClock clock) {
    return new BookWork(dataSource, clock);
  }

  @Bean
  BookMails bookMails(
      DataSource dataSource,
      Actions actions,
      BookWork work,
      DirectMail post,
      Settings settings,
      CivicClock clock) {
    return new BookMails(
        actions,
        new FrozenBooks(dataSource),
        work,
        new BookMailStore(dataSource, clock, MACHINE),
        new LaneStops(dataSource, MACHINE),
        new Pauses(dataSource, MACHINE),
        post::post,
        settings.home(),
        clock);
  }

  @Bean
  RecurringJob mailBooks(BookMails mails) {
    return new RecurringJob("delivery.book_mail", MAIL_PAUSE, mails::run);
  }

  @Bean
  RecurringJob remindOrganizations(DataSource dataSource, Actions actions, CivicClock clock) {
    var reminders = new Reminders(dataSource, actions, clock);
    return new RecurringJob("delivery.remind", REMINDER_PAUSE, reminders::run);
  }

  @Bean
  ReminderMail reminderMail(
      DataSource dataSource,
      Actions actions,
      Counts counts,
      BookWork work,
      Settings settings,
      CivicClock clock) {
    return new ReminderMail(dataSource, actions, counts, work, settings.baseUrl(), clock);
  }
}
