package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that wait while Congress changes: they are signed for in January 2021. */
class TurnoverTest {

  /** In Ohio's 5th district until 2022 and wholly in its 9th from 2023 on. */
  private static final String MOVED = "43506";

  /** In Ohio's 12th district until 2022; in its 4th and 12th from 2023 on. */
  private static final String DIVIDED = "43021";

  private static final Instant IN_THE_118TH = Instant.parse("2023-02-01T17:00:00Z");
  private static final Instant IN_THE_119TH = Instant.parse("2025-02-01T17:00:00Z");
  private static final Instant PAST_ALL_MAPS = Instant.parse("2027-02-01T17:00:00Z");

  private DeliveryHouse house;
  private JdbcClient jdbc;

  @BeforeEach
  void open(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
    jdbc = JdbcClient.create(house.house.database);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void sendsWhatWaitedToTheMemberOfTheNewDistrict() {
    SignatureKey key = house.confirmed("OH", MOVED);
    assertThat(house.states(key)).containsKeys("OH-05");

    toThe(IN_THE_118TH);
    house.followTurnover();
    house.send();

    assertThat(house.states(key))
        .containsEntry("OH-09", "accepted")
        .containsEntry("OH-05", "withdrawn")
        .containsEntry("OH-S1", "accepted");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void keepsWhatWasFoundBeforeBesideTheNew() {
    SignatureKey key = house.confirmed("OH", MOVED);

    toThe(IN_THE_118TH);
    house.followTurnover();

    assertThat(
            jdbc.sql("SELECT match->'earlier'->0->'seats'->0->>'value' FROM signature")
                .query(String.class)
                .single())
        .isEqualTo("OH-05");
    assertThat(match(key)).isInstanceOf(Matched.class);
  }

  @Test
  void leavesWhatWasSentWhereItWasSent() {
    SignatureKey key = house.confirmed("OH", MOVED);
    house.send();

    toThe(IN_THE_118TH);
    house.followTurnover();
    house.send();

    assertThat(house.states(key)).containsEntry("OH-05", "accepted").doesNotContainKey("OH-09");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void writesToNoSecondHouseMemberWhateverIsChosenOrMatchedLater() {
    SignatureKey key = house.confirmed("OH", MOVED);
    house.send();
    toThe(IN_THE_118TH);

    house.house.signing.chooseDistrict(key, new Seat("OH-05"));
    house.house.signing.chooseDistrict(key, new Seat("OH-09"));
    house.house.signing.settleByZip(key, MOVED, "OH");
    house.followTurnover();
    house.send();
    assertThat(house.states(key)).containsEntry("OH-05", "accepted").doesNotContainKey("OH-09");

    rematch().run(key); // even if somebody should match again what was sent
    house.followTurnover();
    house.send();
    assertThat(house.states(key)).containsEntry("OH-05", "accepted").doesNotContainKey("OH-09");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void sendsToTheNewDistrictOfWhoSignedBeforeNewLinesAndConfirmsAfterThem() {
    jdbc.sql("UPDATE action SET closes = '2023-05-01T04:00:00Z'").update();
    toThe(Instant.parse("2022-12-30T17:00:00Z"));
    SignatureKey key = house.house.sign(DeliveryHouse.in("OH", MOVED));
    toThe(Instant.parse("2023-01-10T17:00:00Z"));

    house.house.signing.confirm(key);
    house.plan();
    house.followTurnover();
    house.send();

    assertThat(house.states(key))
        .containsEntry("OH-09", "accepted")
        .containsEntry("OH-05", "withdrawn");
  }

  @Test
  void sendsNothingToTheOldDistrictThoughAWorkerIsFirst() {
    SignatureKey key = house.confirmed("OH", MOVED);

    toThe(IN_THE_118TH);
    house.send();

    assertThat(house.states(key)).containsEntry("OH-05", "held new_lines");
  }

  @Test
  void asksTheSignerWhereTheNewLinesDivideThePostalCode() {
    SignatureKey key = house.confirmed("OH", DIVIDED);

    toThe(IN_THE_118TH);
    house.followTurnover();
    house.send();

    assertThat(match(key)).isInstanceOf(Ambiguous.class);
    assertThat(house.states(key))
        .containsEntry("OH-S1", "accepted")
        .containsEntry("OH-12", "withdrawn");
    assertThat(mails()).isEqualTo(1);

    assertThat(house.house.signing.chooseDistrict(key, new Seat("OH-04"))).isTrue();
    house.plan();
    house.send();

    assertThat(house.states(key)).containsEntry("OH-04", "accepted");
  }

  @Test
  void keepsAChoiceWhoseDistrictHasNotMoved() {
    SignatureKey key = house.confirmed("OH", DIVIDED);
    toThe(IN_THE_118TH);
    house.followTurnover();
    house.house.signing.chooseDistrict(key, new Seat("OH-04"));
    house.plan();

    toThe(IN_THE_119TH);
    house.followTurnover();
    house.send();

    assertThat(house.states(key)).containsEntry("OH-04", "accepted");
    assertThat(match(key))
        .isInstanceOfSatisfying(
            Matched.class, kept -> assertThat(kept.confidence()).isEqualTo(Confidence.CHOSEN));
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void offersTheDistrictsOfTodayToWhoeverHadNotChosenYet() {
    SignatureKey key = house.confirmed("OH", "44109");

    toThe(IN_THE_118TH);

    assertThat(house.house.signing.chooseDistrict(key, new Seat("OH-09"))).isFalse();
  }

  @Test
  void holdsMessagesToTheHouseWhileTheNewLinesAreNotKnown() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    toThe(PAST_ALL_MAPS);
    house.followTurnover();
    house.send();

    assertThat(house.states(key)).containsEntry("OH-11", "held new_lines");
  }

  @Test
  void asksTheSuccessorsOfficeWhereThePredecessorsNeverAnswered() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    jdbc.sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT action_id, id, 1, '2021-01-11T12:00:00Z', 0, 'unavailable', '503' FROM delivery
            """)
        .update();
    jdbc.sql("UPDATE delivery SET state = 'held', held_reason = 'retries_exhausted'").update();
    house.followTurnover();
    assertThat(house.states(key).values()).containsOnly("held retries_exhausted");

    toThe(
        Instant.parse(
            "2021-11-10T17:00:00Z")); // OH-11 was filled by special election on 4 November

    house.followTurnover();

    assertThat(house.states(key))
        .containsEntry("OH-11", "queued")
        .containsEntry("OH-S1", "held retries_exhausted");
  }

  private Rematch rematch() {
    return new Rematch(house.house.database, house.house.vault, house.districts, house.house.clock);
  }

  private void toThe(Instant instant) {
    house.house.advance(Duration.between(house.house.clock.instant(), instant));
  }

  private Match match(SignatureKey key) {
    return house.house.signatures.find(key).orElseThrow().match();
  }

  private long mails() {
    return jdbc.sql("SELECT count(*) FROM mail WHERE kind = ?")
        .param(Rematch.MAIL)
        .query(Long.class)
        .single();
  }
}
