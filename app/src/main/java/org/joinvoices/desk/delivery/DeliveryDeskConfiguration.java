package org.joinvoices.desk.delivery;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.delivery.BookWork;
import org.joinvoices.delivery.Forecasts;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.delivery.Packets;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.delivery.Queue;
import org.joinvoices.delivery.QueueActs;
import org.joinvoices.delivery.SignUpSheets;
import org.joinvoices.desk.Stops;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Reviews;
import org.joinvoices.signing.Signatures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages about deliveries. */
@Configuration(proxyBeanMethods = false)
class DeliveryDeskConfiguration {

  @Bean
  PacePages pacePages(Forecasts forecasts, Pauses pauses) {
    return new PacePages(forecasts, pauses);
  }

  @Bean
  QueuePages queuePages(Queue queue, PacePages pace, Stops stops, CivicClock clock) {
    return new QueuePages(queue, new AcceptedCharts(queue, clock), pace, stops);
  }

  @Bean
  AskPages askPages(QueueActs acts) {
    return new AskPages(acts);
  }

  @Bean
  Packets packets(
      DataSource dataSource,
      Signatures signatures,
      Vault vault,
      Districts districts,
      CivicClock clock) {
    return new Packets(dataSource, signatures, vault, districts, clock, InstantSource.system());
  }

  @Bean
  SignUpSheets signUpSheets(DataSource dataSource, Settings settings, CivicClock clock) {
    return new SignUpSheets(dataSource, settings.baseUrl().toString(), clock);
  }

  @Bean
  Worklist worklist(
      Reviews reviews,
      Queue queue,
      Packets packets,
      BookPages books,
      Stops stops,
      PauseRequests pauses,
      CivicClock clock) {
    return new Worklist(reviews, queue, packets, books, stops, pauses, clock);
  }

  @Bean
  BookPages bookPages(BookWork work, CivicClock clock) {
    return new BookPages(work, clock);
  }

  @Bean
  HandOverPages handOverPages(HandOvers handOvers, Packets packets) {
    return new HandOverPages(handOvers, packets);
  }

  @Bean
  HandOverDesk handOverDesk(HandOvers handOvers, Packets packets) {
    return new HandOverDesk(handOvers, packets);
  }

  @Bean
  WorkPages workPages(
      Worklist worklist,
      Packets packets,
      BookPages books,
      HandOverPages handOvers,
      Districts districts,
      CivicClock clock) {
    return new WorkPages(worklist, packets, books, handOvers, districts, clock);
  }

  @Bean
  QueueFile queueFile(DataSource dataSource, Queue queue, AuditTrail audit) {
    return new QueueFile(dataSource, queue, audit);
  }
}
