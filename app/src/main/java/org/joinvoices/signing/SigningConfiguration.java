package org.joinvoices.signing;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.SteadyClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  /** Counts are at most five seconds old: pause, run, this age and the page's own together. */
  private static final Duration COUNT_PAUSE = Duration.ofSeconds(2);

  private static final Duration COUNT_AGE = Duration.ofMillis(500);

  /** Between two looks whether a night has begun, because civic time may jump. */
  private static final Duration CHECK_PAUSE = Duration.ofMinutes(1);

  private static final Duration REMATCH_PAUSE = Duration.ofSeconds(30);

  /** Whoever decided something looks how far it is. */
  private static final Duration REVIEW_PAUSE = Duration.ofSeconds(1);

  private static final Duration FORGET_PAUSE = Duration.ofHours(1);

  @Bean
  MailboxRules mailboxRules(Settings settings) {
    Path file = settings.mailboxes().rulesFile();
    return file == null ? MailboxRules.shipped() : MailboxRules.read(file);
  }

  @Bean
  EventCodes eventCodes(DataSource dataSource, CivicClock clock) {
    return new EventCodes(dataSource, clock);
  }

  @Bean
  Screening screening(MailboxRules mailboxes, EventCodes events, Settings settings) {
    Path file = settings.mailboxes().throwawayFile();
    var throwaway = file == null ? ThrowawayDomains.shipped() : ThrowawayDomains.read(file);
    return new Screening(mailboxes, throwaway, events, settings.limits(), new SteadyClock());
  }

  @Bean
  Signing signing(
      DataSource dataSource,
      Vault vault,
      Actions actions,
      Districts districts,
      StreetMatcher streets,
      MailboxRules mailboxes,
      CivicClock clock,
      Switchboard switches) {
    return new Signing(dataSource, vault, actions, districts, streets, mailboxes, clock, switches);
  }

  @Bean
  Signatures signatures(
      DataSource dataSource, Vault vault, CivicClock clock, MailboxRules mailboxes) {
    return new Signatures(dataSource, vault, clock, mailboxes);
  }

  @Bean
  Corrections corrections(
      DataSource dataSource,
      Vault vault,
      Signatures signatures,
      Actions actions,
      StreetMatcher streets,
      CivicClock clock) {
    return new Corrections(dataSource, vault, signatures, actions, streets, clock);
  }

  @Bean
  Persons persons(DataSource dataSource, Vault vault, Signatures signatures) {
    return new Persons(dataSource, vault, signatures);
  }

  @Bean
  PartnerConsents partnerConsents(DataSource dataSource, Vault vault) {
    return new PartnerConsents(dataSource, vault);
  }

  @Bean
  SignatureEvents signatureEvents(DataSource dataSource) {
    return new SignatureEvents(dataSource);
  }

  @Bean
  Counts counts(DataSource dataSource, CivicClock clock, Switchboard switches) {
    return new Counts(dataSource, clock, COUNT_AGE, () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  RecurringJob countSignatures(DataSource dataSource, CivicClock clock) {
    return new RecurringJob(CountJob.NAME, COUNT_PAUSE, new CountJob(dataSource, clock)::run);
  }

  @Bean
  RecurringJob checkCounts(DataSource dataSource, CivicClock clock) {
    var check = new CountCheck(dataSource, new Recount(dataSource, clock), clock);
    return new RecurringJob(CountCheck.NAME, CHECK_PAUSE, check::runNightly);
  }

  @Bean
  Rematch rematch(DataSource dataSource, Vault vault, Districts districts, CivicClock clock) {
    return new Rematch(dataSource, vault, districts, clock);
  }

  @Bean
  RecurringJob rematchOpen(Rematch rematch) {
    return new RecurringJob(Rematch.NAME, REMATCH_PAUSE, rematch::runOpen);
  }

  @Bean
  SigningRetention signingRetention(DataSource dataSource, Vault vault, Actions actions) {
    return new SigningRetention(dataSource, vault, actions);
  }

  @Bean
  RecurringJob forgetSignatures(DataSource dataSource, CivicClock clock) {
    return new RecurringJob(ForgetJob.NAME, FORGET_PAUSE, new ForgetJob(dataSource, clock)::run);
  }

  @Bean
  Reviews reviews(DataSource dataSource, Vault vault, AuditTrail audit, CivicClock clock) {
    return new Reviews(dataSource, vault, audit, clock);
  }

  @Bean
  RecurringJob carryOutReviews(Reviews reviews) {
    return new RecurringJob("signing.review", REVIEW_PAUSE, reviews::work);
  }
}
