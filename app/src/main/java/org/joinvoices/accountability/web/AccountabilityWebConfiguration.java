package org.joinvoices.accountability.web;

import javax.sql.DataSource;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Corrections;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.Signatures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the receipt, and the page of answers. */
@Configuration
class AccountabilityWebConfiguration {

  @Bean
  OwnData ownData(Persons persons, Deliveries deliveries, DataSource dataSource, CivicClock clock) {
    return new OwnData(persons, deliveries, new MailTrace(dataSource), clock);
  }

  @Bean
  OwnDataSheet ownDataSheet(Signatures signatures, Persons persons, Referrals referrals) {
    return new OwnDataSheet(signatures, persons, referrals);
  }

  @Bean
  OwnCorrections ownCorrections(
      DataSource dataSource,
      Persons persons,
      Signatures signatures,
      Corrections corrections,
      Deliveries deliveries) {
    return new OwnCorrections(dataSource, persons, signatures, corrections, deliveries);
  }

  @Bean
  Receipts receipts(
      Signatures signatures,
      Actions actions,
      Deliveries deliveries,
      Responses responses,
      Districts districts,
      CivicClock clock,
      Settings settings) {
    return new Receipts(
        signatures, actions, deliveries, responses, districts, clock, settings.baseUrl());
  }

  @Bean
  AnswerBoards answerBoards(
      Responses responses, HandedOver.Records handOvers, Deliveries deliveries, CivicClock clock) {
    return new AnswerBoards(responses, handOvers, deliveries, clock);
  }
}
