package org.joinvoices.delivery;

import java.time.Duration;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Signatures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the petition book. */
@Configuration(proxyBeanMethods = false)
class PetitionBookConfiguration {

  /** Short, because at a deadline somebody waits for the book; a look costs two small queries. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Bean
  PetitionBooks petitionBooks(DataSource dataSource, Signatures signatures, CivicClock clock) {
    return new PetitionBooks(dataSource, signatures, clock);
  }

  @Bean
  RecurringJob freezePetitionBooks(Actions actions, PetitionBooks books, Settings settings) {
    return new RecurringJob(
        BookFreezer.NAME, PAUSE, new BookFreezer(actions, books, settings.home())::run);
  }
}
