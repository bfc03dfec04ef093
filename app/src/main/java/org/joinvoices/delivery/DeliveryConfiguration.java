package org.joinvoices.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.mail.OfficeMail;
import org.joinvoices.delivery.mail.OfficeMailClient;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.SteadyClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.jobs.RecurringJob;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.Signatures;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration OFFER_LOOK = Duration.ofMinutes(1);
  private static final Duration RELEASE_PAUSE = Duration.ofSeconds(5);
  private static final InstantSource MACHINE = InstantSource.system();
  private static final InstantSource STEADY = new SteadyClock();

  private static List<Lane> lanes(Settings settings, Actions actions, Vault vault) {
    List<Lane> lanes = new ArrayList<>();
    for (Chamber chamber : Chamber.values()) {
      Settings.Gateway gateway = chamber == Chamber.HOUSE ? settings.house() : settings.senate();
      // Spring leaves null what is not set; a lane without a key is off
      if (gateway != null && gateway.key() != null && !gateway.key().isBlank()) {
        // a house without a gateway need not say who delivers
        var composer = new MessageComposer(actions, Agents.of(settings.agent()));
        lanes.add(
            new CwcLane(
                line(chamber, gateway), composer, new MessageImprint(vault), MACHINE, STEADY));
      }
    }
    return lanes;
  }

  private static CwcLane.Line line(Chamber chamber, Settings.Gateway gateway) {
    var client =
        new CwcClient(chamber, gateway.url(), gateway.key(), gateway.timeout(), gateway.validate());
    return new CwcLane.Line(chamber, gateway.url(), client, gateway.timeout(), gateway.perSecond());
  }

  @Bean
  DeliveryLanes deliveryLanes(
      DataSource dataSource,
      Settings settings,
      Actions actions,
      Vault vault,
      OfficeMail officeMail,
      OfficeMailClient officeMailClient,
      CivicClock clock) {
    var quiet = settings.newCongress();
    var gap = new QuietGap(quiet.quietBefore(), quiet.quietAfter());
    var lanes = lanes(settings, actions, vault);
    lanes.add(new MailLane(actions, officeMail, officeMailClient, new MessageImprint(vault)));
    return new DeliveryLanes(dataSource, lanes, gap, clock, MACHINE);
  }

  @Bean
  ChannelChoice channelChoice(DeliveryLanes lanes) {
    return new ChannelChoice(lanes);
  }

  @Bean
  Deliveries deliveries(
      DataSource dataSource, Districts districts, DeliveryLanes lanes, CivicClock clock) {
    return new Deliveries(dataSource, districts, lanes, clock);
  }

  @Bean
  CopyCheck copyCheck(DataSource dataSource, Signatures signatures, DeliveryLanes lanes) {
    return new CopyCheck(dataSource, signatures, lanes);
  }

  @Bean
  SendingLimits sendingLimits(Settings settings, DeliverySettings delivery) {
    return SendingLimits.of(settings, delivery);
  }

  @Bean
  Pauses pauses(DataSource dataSource) {
    return new Pauses(dataSource, MACHINE);
  }

  @Bean
  Forecasts forecasts(
      DataSource dataSource,
      Actions actions,
      Districts districts,
      SendingLimits limits,
      CivicClock clock) {
    return new Forecasts(dataSource, actions, () -> districts, limits, clock, MACHINE);
  }

  @Bean
  DeliveryRetention deliveryRetention(DataSource dataSource, Actions actions) {
    return new DeliveryRetention(dataSource, actions);
  }

  @Bean
  RecurringJob offerCopies(DataSource dataSource, Actions actions, CivicClock clock) {
    var offer = new WordsOffer(dataSource, actions, clock);
    return new RecurringJob(WordsOffer.NAME, OFFER_LOOK, offer::runHourly);
  }

  @Bean
  RecurringJob planDeliveries(
      SignatureEvents events,
      Actions actions,
      ChannelChoice choice,
      Districts districts,
      CivicClock clock) {
    var planner = new DeliveryPlanner(events, actions, choice, districts, clock, MACHINE);
    return new RecurringJob(DeliveryPlanner.NAME, OFTEN, planner::run);
  }

  @Bean
  RecurringJob handMessagesToSupporters(DataSource dataSource, CivicClock clock) {
    var handOffs = new HandOffs(dataSource, clock, MACHINE);
    return new RecurringJob(HandOffs.NAME, OFTEN, handOffs::run);
  }

  @Bean
  RecurringJob releaseDeliveries(
      DataSource dataSource,
      Actions actions,
      Districts districts,
      DeliveryLanes lanes,
      CivicClock clock) {
    var release = new DeliveryRelease(dataSource, actions, districts, lanes, clock, MACHINE);
    return new RecurringJob(DeliveryRelease.NAME, RELEASE_PAUSE, release::run);
  }

  @Bean
  RecurringJob followTurnover(
      DataSource dataSource,
      Signatures signatures,
      Rematch rematch,
      Districts districts,
      CivicClock clock) {
    var turnover = new Turnover(dataSource, signatures, rematch, districts, clock, MACHINE);
    return new RecurringJob(Turnover.NAME, RELEASE_PAUSE, turnover::run);
  }

  @Bean
  DeliveryWorkers deliveryWorkers(
      DataSource dataSource,
      DeliveryLanes lanes,
      Actions actions,
      ChannelChoice choice,
      Signatures signatures,
      Districts districts,
      Pauses pauses,
      SendingLimits limits,
      CivicClock clock) {
    var store = new DeliveryStore(dataSource, MACHINE);
    var queue = new DeliveryQueue(dataSource, MACHINE);
    var rules = new SendingRules(pauses, limits, actions, clock, MACHINE, STEADY);
    return new DeliveryWorkers(
        lanes,
        lane -> {
          var posting =
              new Posting(lane, lanes, store, signatures, districts, actions, choice, clock);
          return new DeliveryWorker(lane, lanes, queue, store, rules, posting, clock);
        });
  }

  @Bean
  RecurringJob sendToHouse(DeliveryWorkers workers) {
    return new RecurringJob("delivery.send.house", OFTEN, () -> workers.run(Route.HOUSE));
  }

  @Bean
  RecurringJob sendToSenate(DeliveryWorkers workers) {
    return new RecurringJob("delivery.send.senate", OFTEN, () -> workers.run(Route.SENATE));
  }

  @Bean
  RecurringJob sendOfficeMail(DeliveryWorkers workers) {
    return new RecurringJob(
        "delivery.send.office_mail", OFTEN, () -> workers.run(Route.OFFICE_MAIL));
  }

  /** Before the jobs are stopped, so that they have little left to wait for. */
  @Bean
  ApplicationListener<ContextClosedEvent> stopSending(DeliveryWorkers workers) {
    return _ -> workers.stop();
  }
}
