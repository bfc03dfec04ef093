package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.LetterForecast.Verdict;
import org.joinvoices.delivery.SendingLimits.Gate;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps messages back, and what lets them go: people, hours, and the share of an office. */
class PausesTest {

  private static final Seat OFFICE = new Seat("OH-11");
  private static final Pausable ACTION = new Pausable.OfAction(SampleActions.letter().id());

  private final DeliveryHouse house;

  PausesTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keepsTheMessagesOfAPausedLetterBackUntilItIsResumed() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    assertThat(house.pause(ACTION)).isTrue();
    assertThat(house.pause(ACTION)).isFalse();
    house.send();

    assertThat(house.states(key).values()).containsOnly("held paused");
    assertThat(house.pauses.waiting(ACTION)).isEqualTo(3);

    assertThat(house.resume(ACTION)).isTrue();
    assertThat(house.resume(ACTION)).isFalse();
    house.send();

    assertThat(house.states(key).values()).containsOnly("accepted");
  }

  @Test
  void keepsEverythingBackWhileAllDeliveryIsPaused() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.pause(new Pausable.OfAll());
    house.send();
    house.leaveToSupporters("OH-11");
    house.plan();

    assertThat(house.states(key).values()).containsOnly("held paused");
    assertThat(house.pauses.waiting(new Pausable.OfAll())).isEqualTo(3);
    assertThat(house.gateway.accepted()).isZero();

    house.resume(new Pausable.OfAll());
    house.plan();
    house.send();

    assertThat(house.states(key).values()).containsOnly("accepted", "handed_over");
  }

  @Test
  void keepsBackOnlyTheOfficeThatIsPaused() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.pause(new Pausable.OfOffice(OFFICE));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "held office_paused");
    assertThat(house.gateway.accepted()).isEqualTo(2);
    assertThat(house.deliveries.byOffice(key.action()))
        .filteredOn(office -> office.seat().equals(OFFICE))
        .singleElement()
        .satisfies(office -> assertThat(office.counts()).containsKey(DeliveryState.HELD));

    house.resume(new Pausable.OfOffice(OFFICE));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "accepted");
  }

  @Test
  void handsNothingOfAPausedLetterOrOfficeToSupporters() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.leaveToSupporters("OH-11", "OH-S1", "OH-S3");
    house.pause(ACTION);
    house.pause(new Pausable.OfOffice(OFFICE));
    house.plan();
    assertThat(house.states(key).values()).doesNotContain("handed_over");

    house.resume(ACTION);
    house.plan();
    assertThat(house.states(key)).containsEntry("OH-11", "held office_paused");
    assertThat(house.states(key).values()).contains("handed_over");

    house.resume(new Pausable.OfOffice(OFFICE));
    house.plan();
    assertThat(house.states(key).values()).containsOnly("handed_over");
  }

  @Test
  void keepsBackWhatLeavesByAPausedGateway() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.pause(new Pausable.OfLane(Route.SENATE));
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "accepted").containsValue("held paused");
    assertThat(house.gateway.accepted()).isEqualTo(1);
  }

  @Test
  void sendsNothingOutsideOfTheHoursUnlessTheDeadlineIsNear() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.limit(limits(60, Optional.of(OfficeHours.parse("Mon-Fri 08:00-18:00", 0))));
    house.send(); // on a Sunday
    assertThat(house.states(key).values()).containsOnly("queued");

    house.house.advance(Duration.between(house.house.clock.instant(), at("2021-01-18T18:00:00Z")));
    house.send(); // still on that Sunday by the machine's clock

    assertThat(house.states(key).values()).containsOnly("accepted");
  }

  @Test
  void sendsAtTheNextHours() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.limit(limits(60, Optional.of(OfficeHours.parse("Mon-Fri 08:00-18:00", 0))));

    house.pass(Duration.ofHours(24)); // noon on Monday
    house.send();

    assertThat(house.states(key).values()).containsOnly("accepted");
  }

  @Test
  void givesAnOfficeNoMoreThanItsShareOfAMinute() {
    house.limit(limits(1, Optional.empty()));
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.confirmed(
        SampleForms.with(DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", "other@mail.example"));

    house.send();
    house.send();
    assertThat(house.gateway.accepted()).isEqualTo(3);

    house.pass(Duration.ofMinutes(1));
    house.send();
    assertThat(house.gateway.accepted()).isEqualTo(6);
  }

  @Test
  void keepsNoOfficeWaitingForTheTimeOfAClockThatWasPutBack() {
    house.limit(limits(1, Optional.empty()));
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    house.setClockBack(Duration.ofHours(3));
    house.confirmed(
        SampleForms.with(DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", "other@mail.example"));

    house.pass(Duration.ofMinutes(1));
    house.send();

    assertThat(house.gateway.accepted()).isEqualTo(6);
  }

  @Test
  void foretellsWhenWhatWaitsWillHaveLeft() {
    house.confirmed("OH", DeliveryHouse.ZIP);

    assertThat(house.forecasts().list())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.letter()).isEqualTo("sample-letter");
              assertThat(one.verdict()).isEqualTo(Verdict.IN_TIME);
              assertThat(one.end().orElseThrow())
                  .isAfter(house.house.clock.instant())
                  .isBefore(house.house.clock.instant().plusSeconds(5));
              assertThat(one.measured()).isFalse();
            })
        .extracting(LetterForecast::waiting)
        .containsExactly(1L, 2L);
  }

  @Test
  void doesNotForetellWhatIsPaused() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.pause(ACTION);

    assertThat(house.forecasts().list())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.verdict()).isEqualTo(Verdict.UNKNOWN);
              assertThat(one.reason()).contains("paused");
              assertThat(one.end()).isEmpty();
            });
  }

  @Test
  void proposesPacketsWhereAMillionSignersWouldBeLate() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.limit(
        new SendingLimits(
            Map.of(
                Route.HOUSE, new Gate(Optional.empty(), 5),
                Route.SENATE, new Gate(Optional.empty(), 1)),
            10_000,
            Optional.empty(),
            DeliveryHouse.GAP));

    var forecasts = house.forecasts().ifSigned(key.action(), 1_000_000);

    assertThat(forecasts)
        .extracting(LetterForecast::waiting)
        .containsExactly(1_000_000L, 2_000_000L);
    var senate = forecasts.getLast();
    assertThat(senate.verdict()).isEqualTo(Verdict.LATE);
    var proposal = senate.proposal().orElseThrow();
    // ten days at one a second
    assertThat(proposal.letters()).isEqualTo(2_000_000 - 10 * 86_400);
    assertThat(proposal.packets()).hasSize(2).allMatch(one -> one.office().state().equals("OH"));
  }

  private static SendingLimits limits(int perOfficePerMinute, Optional<OfficeHours> hours) {
    return new SendingLimits(
        SendingLimits.usual().lanes(), perOfficePerMinute, hours, DeliveryHouse.GAP);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
