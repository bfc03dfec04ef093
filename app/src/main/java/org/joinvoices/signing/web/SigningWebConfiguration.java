package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.HouseGeocoder;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.mail.MailNews;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Approval;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.ReceiptQueue;
import org.joinvoices.signing.Referrals;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.Signatures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the public pages of one letter and their mails. */
@Configuration
class SigningWebConfiguration {

  @Bean
  AddressNotice addressNotice(Settings settings) {
    return new AddressNotice(HouseGeocoder.of(settings));
  }

  @Bean
  StandstillNotices standstillNotices(Switchboard switches, CivicClock clock) {
    return new StandstillNotices(switches, clock);
  }

  @Bean
  OnRecord<List<HandedOver>> handOversOnRecord(HandedOver.Records handOvers, Switchboard switches) {
    return new OnRecord<>(handOvers::of, List.of(), () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  OnRecord<Optional<Answered>> answersOnRecord(Answered.Records answers, Switchboard switches) {
    return new OnRecord<>(answers::of, Optional.empty(), () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  OnRecord<List<Approval>> approvalsOnRecord(Approval.Records approvals, Switchboard switches) {
    return new OnRecord<>(approvals::of, List.of(), () -> switches.isPaused(Switch.PAGES));
  }

  @Bean
  Sharing sharing(Settings settings) {
    return new Sharing(settings.baseUrl());
  }

  @Bean
  ActionPages actionPages(
      Counts counts,
      Frames frames,
      Pages pages,
      Sharing sharing,
      CivicClock clock,
      AddressNotice notice,
      StandstillNotices standstills,
      OnRecord<List<HandedOver>> handOvers,
      OnRecord<Optional<Answered>> answers,
      OnRecord<List<Approval>> approvals,
      Referrals referrals) {
    return new ActionPages(
        counts,
        frames,
        pages,
        sharing,
        clock,
        notice,
        standstills,
        handOvers,
        answers,
        approvals,
        referrals);
  }

  @Bean
  Links signatureLinks(Tokens tokens) {
    return new Links(tokens);
  }

  @Bean
  Recipients recipients(Districts districts, CivicClock clock) {
    return new Recipients(districts, clock);
  }

  @Bean
  SignedReader signedReader(
      Signatures signatures, Actions actions, Districts districts, CivicClock clock) {
    return new SignedReader(signatures, actions, districts, clock);
  }

  @Bean
  SignaturePages signaturePages(
      SignedReader reader,
      Signatures signatures,
      MailNews mails,
      Frames frames,
      Pages pages,
      Links links,
      Sharing sharing) {
    return new SignaturePages(reader, signatures, mails, frames, pages, links, sharing);
  }

  @Bean
  Mails signatureMails(Settings settings) {
    return new Mails(settings.baseUrl());
  }

  @Bean
  ConfirmationMail confirmationMail(
      Signatures signatures, Actions actions, Links links, Mails mails) {
    return new ConfirmationMail(signatures, actions, links, mails);
  }

  @Bean
  SignerMail receiptMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.receipt(signatures, actions, links, mails);
  }

  @Bean
  SignerMail newDistrictMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.newDistrict(signatures, actions, links, mails);
  }

  @Bean
  SignerMail messageFailedMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.messageFailed(signatures, actions, links, mails);
  }

  @Bean
  SignerMail messagesDeliveredMail(
      Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.messagesDelivered(signatures, actions, links, mails);
  }

  @Bean
  SignerMail wordsGoingMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.wordsGoing(signatures, actions, links, mails);
  }

  @Bean
  SignerMail ownDataMail(Signatures signatures, Actions actions, Links links, Mails mails) {
    return SignerMail.ownData(signatures, actions, links, mails);
  }

  @Bean
  RecurringJob queueReceiptMails(SignatureEvents events) {
    var receipts = new ReceiptQueue(events);
    return new RecurringJob("signing.receipt_mail", Duration.ofSeconds(2), receipts::queueNext);
  }
}
