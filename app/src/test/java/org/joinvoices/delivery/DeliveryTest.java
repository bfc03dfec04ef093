package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.database.TestDatabase;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureEvents;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose message goes to which office, and which waits or never goes. */
class DeliveryTest {

  private final DeliveryHouse house;

  DeliveryTest(@TempDir Path folder) {
    house = new DeliveryHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void takesAConfirmedSignatureToItsThreeOfficesOnce() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);

    house.send();
    house.send();

    assertThat(house.states(key))
        .isEqualTo(Map.of("OH-S1", "accepted", "OH-S3", "accepted", "OH-11", "accepted"));
    assertThat(house.gateway.messages())
        .extracting(texts -> texts.get("MemberOffice"))
        .containsExactlyInAnyOrder("SOH01", "SOH03", "HOH11");
    assertThat(house.gateway.messages()).allSatisfy(this::isAmirasMessage);
  }

  @Test
  void tellsOrganizersOfficeByOfficeWhatStandsWhere() {
    house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    house.confirmed(
        SampleForms.with(
            DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", "second@mail.example"));

    assertThat(house.deliveries.byOffice(house.house.action.id()))
        .extracting(
            office -> office.seat().value(),
            office -> office.officeholder().orElse(""),
            OfficeStates::counts)
        .containsExactly(
            tuple("OH-S1", "Sherrod Brown", onceEach()),
            tuple("OH-S3", "Rob Portman", onceEach()),
            tuple("OH-11", "Marcia L. Fudge", onceEach()));
  }

  private static Map<DeliveryState, Long> onceEach() {
    return Map.of(DeliveryState.QUEUED, 1L, DeliveryState.ACCEPTED, 1L);
  }

  private void isAmirasMessage(Map<String, String> texts) {
    assertThat(texts)
        .containsEntry("DeliveryDate", "20210110")
        .containsEntry("FirstName", "Sample-Amira")
        .containsEntry(
            "ConstituentMessage", "[Written in Spanish]\n\nPlease read these sample words.")
        .containsEntry("IsResponseRequested", "Y")
        .containsEntry(
            "CampaignId", MessageComposer.campaignId(house.house.action.id(), Optional.empty()));
    assertThat(texts.get("OrganizationStatement")).startsWith("Please act, ");
  }

  @Test
  void showsSenatorsFirstWithTheNameAtTheTimeOfSending() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();

    house.house.advance(Duration.ofDays(1000)); // another has held OH-11 since November 2021

    assertThat(house.deliveries.list(key))
        .extracting(line -> line.officeholder().orElseThrow())
        .containsExactly("Sherrod Brown", "Rob Portman", "Marcia L. Fudge");
    assertThat(house.deliveries.list(key)).allMatch(line -> line.receipt().isPresent());
  }

  @Test
  void tellsNoOfficeOfWhoSignsTheLetterOnly() {
    SignatureKey key = house.confirmed(SampleForms.letter());

    assertThat(house.deliveries.list(key)).isEmpty();
  }

  @Test
  void plansOnceHoweverOftenTheEventsAreRead() {
    SignatureKey key = house.confirmed("OH", DeliveryHouse.ZIP);
    JdbcClient.create(house.house.database).sql("DELETE FROM event_cursor").update();

    house.plan();

    assertThat(house.deliveries.list(key)).hasSize(3);
  }

  @Test
  void writesToTheSenatorsWhileTheDistrictIsToBeChosenAndOnlyOnce() {
    SignatureKey key = house.confirmed("OH", "44109");
    house.send();
    assertThat(house.states(key)).isEqualTo(Map.of("OH-S1", "accepted", "OH-S3", "accepted"));

    house.house.signing.chooseDistrict(key, new Seat("OH-09"));
    house.plan();
    house.send();

    assertThat(house.states(key)).hasSize(3).containsEntry("OH-09", "accepted");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void holdsTheMessageToAnEmptySeatForTheSuccessor() {
    SignatureKey key = house.confirmed("GA", "30303");
    house.send();
    assertThat(house.states(key)).containsEntry("GA-S2", "held vacant_seat");

    house.house.advance(Duration.ofDays(11));
    house.release();
    house.send();

    assertThat(house.states(key)).containsEntry("GA-S2", "accepted");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }

  @Test
  void sendsNothingForASignatureWithdrawnBeforeOrAfterTheWithdrawalIsPlanned() {
    SignatureKey planned = house.confirmed("OH", DeliveryHouse.ZIP);
    house.house.signing.withdraw(planned);
    house.plan();
    SignatureKey unplanned = house.confirmed("OH", DeliveryHouse.ZIP);
    house.house.signing.withdraw(unplanned);

    house.send();

    assertThat(house.states(planned).values()).containsOnly("withdrawn");
    assertThat(house.states(unplanned).values()).containsOnly("withdrawn");
    assertThat(house.gateway.accepted()).isZero();
  }

  @Test
  void sendsNothingThatOrganizersTookOutUntilTheyBringItBack() {
    SignatureKey sent = house.confirmed("OH", DeliveryHouse.ZIP);
    house.send();
    SignatureKey waits =
        house.confirmed(
            SampleForms.with(
                DeliveryHouse.in("OH", DeliveryHouse.ZIP), "email", "second@mail.example"));

    var batch = house.house.takeOut(sent, waits);
    house.plan();
    house.send();

    assertThat(house.states(sent).values()).as("cannot be recalled").containsOnly("accepted");
    assertThat(house.states(waits).values()).containsOnly("withdrawn");
    assertThat(house.gateway.accepted()).isEqualTo(3);

    house.house.undo(batch);
    house.plan();
    house.send();

    assertThat(house.states(waits).values()).containsOnly("accepted");
    assertThat(house.gateway.accepted()).as("each office once for each").isEqualTo(6);
  }

  @Test
  void sendsWhatIsUnderReviewOnceItIsReleased() {
    SignatureKey key =
        house.house.underReview(DeliveryHouse.in("OH", DeliveryHouse.ZIP), "busy_network");
    house.plan();
    assertThat(house.states(key)).isEmpty();

    house.house.decide(
        ReviewScope.of(house.house.action.id(), SignatureState.UNDER_REVIEW),
        new ReviewDecision.Release());
    house.plan();
    house.send();

    assertThat(house.states(key).values()).hasSize(3).containsOnly("accepted");
  }

  @Test
  void carriesASingleNameInBothPlaces() {
    house.confirmed(
        SampleForms.with(
            SampleForms.with(DeliveryHouse.in("OH", DeliveryHouse.ZIP), "given_name", ""),
            "family_name",
            "李小龍"));

    house.send();

    assertThat(house.gateway.messages())
        .hasSize(3)
        .allSatisfy(
            texts ->
                assertThat(texts)
                    .containsEntry("FirstName", "李小龍")
                    .containsEntry("LastName", "李小龍"));
  }

  @Test
  void plansOnTheOneConnectionItHolds() {
    SignatureKey key = house.house.confirmed(DeliveryHouse.in("OH", DeliveryHouse.ZIP));
    var narrow = TestDatabase.withOneConnection(house.house.database);

    new DeliveryPlanner(
            new SignatureEvents(narrow),
            new Actions(narrow),
            new ChannelChoice(house.lanes),
            house.districts,
            house.house.clock,
            InstantSource.system())
        .run();

    assertThat(house.deliveries.list(key)).hasSize(3);
  }

  @Test
  void writesToAnOfficeOnceThoughThePersonWithdrawsAndSignsAgain() {
    SignatureKey first = house.confirmed("OH", DeliveryHouse.ZIP);
    house.gateway.next(Chamber.HOUSE, "503");
    house.send();
    house.house.signing.withdraw(first);
    house.plan();

    SignatureKey second = house.confirmed("OH", DeliveryHouse.ZIP);
    house.pass(Duration.ofDays(1));
    house.send();

    assertThat(house.states(first)).containsEntry("OH-11", "withdrawn");
    assertThat(house.states(second))
        .containsEntry("OH-11", "accepted")
        .containsEntry("OH-S1", "held sent_before")
        .containsEntry("OH-S3", "held sent_before");
    assertThat(house.gateway.accepted()).isEqualTo(3);
  }
}
