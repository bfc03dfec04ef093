package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.Misfit;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a message whatever the gateway answers, and whenever a process dies. */
class DeliveryWorkerTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Bytes IMPRINT = Bytes.copyFrom(new byte[32]);

  private final DeliveryHouse house;

  DeliveryWorkerTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void leavesAnUncertainDeliveryForAPersonInsteadOfSendingItTwice() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "timeout_after_storing");
    house.gateway.next(Chamber.SENATE, "timeout");

    house.send();
    house.pass(Duration.ofDays(7));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "needs_review");
    assertThat(house.states(key).values()).containsOnly("needs_review", "accepted");
    assertThat(house.gateway.accepted()).isEqualTo(2);
    assertThat(house.attemptCodes()).contains("uncertain timeout");
  }

  @Test
  void triesAgainLaterWhenTheGatewayIsAway() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "503");
    house.send();
    house.send();
    assertThat(house.states(key)).containsEntry("OH-11", "queued");

    house.pass(Duration.ofSeconds(10));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "accepted");
    assertThat(house.attemptCodes()).contains("unavailable 503", "accepted 200");
  }

  @Test
  void recordsARefusalByCodeOnly() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "400");

    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "refused");
    assertThat(house.attemptCodes()).contains("refused invalid_Email");
  }

  @Test
  void stopsALaneThatRefusesOurNameUntilItIsResumed() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.registeredAs("Someone Else");
    house.send();
    house.registeredAs(DeliveryHouse.AGENT);
    house.send();
    assertThat(house.states(key).values()).containsOnly("held gateway_stopped");
    assertThat(house.stops.find(Route.HOUSE)).contains("agent_mismatch");

    assertThat(house.stops.resume(Route.HOUSE)).contains("agent_mismatch");
    assertThat(house.stops.resume(Route.HOUSE)).isEmpty();
    house.stops.resume(Route.SENATE);
    house.pass(Duration.ofMinutes(1)); // of the share of each office
    house.send();

    assertThat(house.states(key).values()).containsOnly("accepted");
  }

  @Test
  void leavesWhatWasBeingPostedWhenTheProcessDiedForAPerson() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var claim = house.claim(Route.HOUSE, LEASE).orElseThrow();
    house.store.markSending(List.of(composed(claim)), LEASE);

    house.send();
    assertThat(house.states(key)).containsEntry("OH-11", "sending");
    house.pass(LEASE.plusSeconds(1));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "needs_review");
    assertThat(house.attemptCodes()).contains("uncertain interrupted");
    assertThat(house.gateway.accepted()).isEqualTo(2);
  }

  @Test
  void sendsWhatWasOnlyClaimedWhenTheProcessDied() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var lost = house.claim(Route.HOUSE, LEASE).orElseThrow();

    house.send();
    assertThat(house.states(key)).containsEntry("OH-11", "queued");
    house.pass(LEASE.plusSeconds(1));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "accepted");
    assertThat(house.store.markSending(List.of(composed(lost)), LEASE)).isEmpty();
  }

  private static DeliveryStore.Composed composed(ClaimedDelivery claim) {
    return new DeliveryStore.Composed(
        claim, IMPRINT, _ -> new DeliveryResult.Uncertain("never posted"));
  }

  @Test
  void neverGivesOneRowToTwoWorkers() {
    for (int i = 0; i < 5; i++) {
      house.confirmed(
          SampleForms.with(
              DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", i + "@mail.example"));
    }
    var claimed = new ConcurrentLinkedQueue<ClaimedDelivery>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(() -> house.claim(Route.SENATE, LEASE).ifPresent(claimed::add));
      }
    }

    assertThat(claimed).extracting(ClaimedDelivery::id).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void sendsNothingThatWasWithdrawnWhileItWasComposed() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var looks = new AtomicInteger();
    InstantSource withdrawing =
        () -> {
          if (looks.incrementAndGet() == 2) { // the first is for the run, the second for the row
            house.house.signing.withdraw(key);
          }
          return house.house.clock.instant();
        };
    Lane lane = house.lanes.list().getFirst();

    house.worker(lane, house.lanes, new CivicClock(withdrawing, Duration.ZERO)).run();

    assertThat(house.gateway.accepted()).isZero();
    assertThat(house.states(key)).containsEntry("OH-11", "withdrawn");
    assertThat(house.attemptCodes()).isEmpty();
  }

  @Test
  void turnsNoOfficeAwayBecauseTheListWasLostMeanwhile() {
    for (int i = 0; i < 6; i++) {
      house.confirmed(
          SampleForms.with(
              DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", i + "@mail.example"));
    }
    var channel = new ForgetfulChannel();
    Lane lane =
        house.lane(Chamber.HOUSE, URI.create("http://localhost"), channel, DeliveryHouse.AGENT);
    var lanes = house.lanes(List.of(lane));

    house.worker(lane, lanes, house.house.clock).run();

    assertThat(
            JdbcClient.create(house.house.database)
                .sql("SELECT count(*) FROM delivery WHERE lane = 'packet'")
                .query(Long.class)
                .single())
        .isEqualTo(channel.sent.get());
    assertThat(channel.sent).hasValueLessThan(6);
  }

  /** Turns the first away, and then has no list any more. */
  private static final class ForgetfulChannel implements Gateway {

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public DeliveryResult send(OutgoingMessage message) {
      sent.incrementAndGet();
      return new DeliveryResult.OfficeOff("office_off");
    }

    @Override
    public Set<OfficeCode> offices() throws IOException {
      if (asked.incrementAndGet() > 1) {
        throw new IOException("no list");
      }
      return Set.of(new OfficeCode("HOH11"));
    }
  }

  @Test
  void repeatsOnlyTheMessageThatWasPostedFirst() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "503");
    house.send();
    JdbcClient.create(house.house.database)
        .sql("UPDATE delivery SET message_hash = sha256(message_hash) WHERE state = 'queued'")
        .update();

    house.pass(Duration.ofDays(1));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "held message_changed");
    assertThat(house.gateway.accepted()).isEqualTo(2);
  }

  @Test
  void repeatsTheMessageOnAnotherDayAndUnderAMendedAgentName() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.registeredAs("Someone Else");
    house.send();
    house.registeredAs(DeliveryHouse.AGENT);
    house.stops.resume(Route.HOUSE);

    house.pass(Duration.ofMinutes(1)); // of the share of the office
    house.house.advance(Duration.ofDays(1));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "accepted");
  }

  @Test
  void keepsNoHashByWhichAPersonCanBeGuessed() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    var jdbc = JdbcClient.create(house.house.database);

    List<String> kept =
        jdbc.sql("SELECT encode(message_hash, 'hex') FROM delivery").query(String.class).list();

    assertThat(kept).hasSize(3);
    assertThat(house.gateway.posted())
        .hasSize(3)
        .allSatisfy(xml -> assertThat(kept).doesNotContain(Sha256.hex(xml)));
  }

  @Test
  void sendsEachOnceWhereManyAreMarkedTogether() {
    for (int i = 0; i < 30; i++) {
      house.confirmed(
          SampleForms.with(
              DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", i + "@mail.example"));
    }
    house.limit(
        new SendingLimits(
            SendingLimits.usual().lanes(), 10_000, Optional.empty(), DeliveryHouse.GAP));

    house.worker(house.fast(Chamber.SENATE), house.lanes, house.house.clock).run();

    assertThat(house.gateway.accepted()).isEqualTo(60);
    assertThat(house.attemptCodes()).hasSize(60).containsOnly("accepted 201");
  }

  @Test
  void holdsWithAReasonWhatTheSchemaWouldNotTake() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    Lane unregistered =
        house.lane(
            Chamber.HOUSE,
            house.gateway.address(Chamber.HOUSE),
            house.gateway.client(Chamber.HOUSE),
            "x");

    house.worker(unregistered, house.lanes, house.house.clock).run();

    assertThat(house.states(key)).containsEntry("OH-11", "held invalid_message");
    assertThat(house.attemptCodes()).isEmpty();
  }

  @Test
  void everyReasonOfContentHasItsTextInBothLanguages() {
    for (var why : Misfit.values()) {
      for (String language : List.of("en", "es")) {
        assertThat(
                ResourceBundle.getBundle("org.joinvoices.accountability.web.texts_" + language)
                    .containsKey("held." + why.word()))
            .as(why.word() + " " + language)
            .isTrue();
      }
    }
  }

  @Test
  void whatIsRefusedBeforeItIsPostedIsAnAttemptLikeAnyOther() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    var asked = new AtomicInteger();
    var refusing =
        new Gateway() {
          @Override
          public Optional<DeliveryResult> validate(OutgoingMessage message) {
            return asked.incrementAndGet() == 1
                ? Optional.of(new DeliveryResult.Unavailable("validate_503", Duration.ZERO))
                : Optional.of(new DeliveryResult.Refused("invalid_Zip"));
          }

          @Override
          public DeliveryResult send(OutgoingMessage message) {
            throw new IllegalStateException("posted in spite of what was said");
          }

          @Override
          public Set<OfficeCode> offices() {
            return Set.of(new OfficeCode("HOH11"));
          }
        };
    Lane lane =
        house.lane(
            Chamber.HOUSE, house.gateway.address(Chamber.HOUSE), refusing, DeliveryHouse.AGENT);

    house.worker(lane, house.lanes, house.house.clock).run();
    house.pass(Duration.ofMinutes(1));
    house.worker(lane, house.lanes, house.house.clock).run();

    assertThat(house.states(key)).containsEntry("OH-11", "refused");
    assertThat(house.attemptCodes())
        .containsExactly("unavailable validate_503", "refused invalid_Zip");
  }
}
