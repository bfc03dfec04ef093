package org.joinvoices.desk;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.action.Actions;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.Signing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the desk. Its times are the machine's: sessions and links know nothing of civic time. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

  private static final InstantSource MACHINE = InstantSource.system();
  private static final Duration FORGET_PAUSE = Duration.ofMinutes(10);

  @Bean
  AuditTrail auditTrail(DataSource dataSource) {
    return new AuditTrail(dataSource, MACHINE);
  }

  @Bean
  Accounts deskAccounts(DataSource dataSource, Vault vault) {
    return new Accounts(dataSource, vault);
  }

  @Bean
  OneTimeLinks oneTimeLinks(DataSource dataSource, Vault vault) {
    return new OneTimeLinks(dataSource, vault, MACHINE);
  }

  @Bean
  DeskSessions deskSessions(DataSource dataSource) {
    return new DeskSessions(dataSource, MACHINE);
  }

  @Bean
  Challenges passkeyChallenges(DataSource dataSource, Vault vault) {
    return new Challenges(dataSource, vault, MACHINE);
  }

  @Bean
  Passkeys passkeys(
      DataSource dataSource,
      Accounts accounts,
      Challenges challenges,
      AuditTrail audit,
      Settings settings) {
    return new Passkeys(dataSource, accounts, challenges, audit, settings.baseUrl());
  }

  @Bean
  SignIns signIns(
      DataSource dataSource,
      Vault vault,
      Accounts accounts,
      OneTimeLinks links,
      DeskSessions sessions) {
    return new SignIns(dataSource, vault, accounts, links, sessions, MACHINE);
  }

  @Bean
  People people(
      DataSource dataSource,
      Vault vault,
      Accounts accounts,
      OneTimeLinks links,
      DeskSessions sessions,
      Passkeys passkeys) {
    return new People(dataSource, vault, accounts, links, sessions, passkeys, MACHINE);
  }

  @Bean
  DeskPages deskPages(Frames frames, Pages pages) {
    return new DeskPages(frames, pages);
  }

  @Bean
  ActionBySlug deskActionBySlug(Actions actions) {
    return new ActionBySlug(actions);
  }

  @Bean
  Stops stops(DataSource dataSource) {
    return new Stops(dataSource, MACHINE);
  }

  @Bean
  Letters deskLetters(
      Actions actions,
      Counts counts,
      Deliveries deliveries,
      Stops stops,
      ThingsToDo work,
      TextApprovals approvals,
      PauseRequests pauses) {
    return new Letters(actions, counts, deliveries, stops, work, approvals, pauses);
  }

  @Bean
  PersonalData deskPersonalData(
      DataSource dataSource,
      Actions actions,
      Persons persons,
      OwnData ownData,
      OwnCorrections corrections,
      Signing signing,
      AuditTrail audit) {
    return new PersonalData(dataSource, actions, persons, ownData, corrections, signing, audit);
  }

  @Bean
  HeldLines heldLines(
      Actions actions,
      Signatures signatures,
      Persons persons,
      Referrals referrals,
      Deliveries deliveries) {
    return new HeldLines(actions, signatures, persons, referrals, deliveries);
  }

  @Bean
  MailKind signInMail(Accounts accounts, OneTimeLinks links, Settings settings) {
    return new SignInMail(accounts, links, settings.baseUrl());
  }

  @Bean
  RecurringJob forgetDeskRows(OneTimeLinks links, DeskSessions sessions, Challenges challenges) {
    return new RecurringJob(
        "desk.forget",
        FORGET_PAUSE,
        () -> {
          links.forget();
          sessions.forget();
          challenges.forget();
        });
  }
}
