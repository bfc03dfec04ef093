package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.Geocoder.Place;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIP code first, then the street; 44109 in Cleveland lies in OH-11 and OH-07. */
class StreetMatcherTest {

  private static final LocalDate NOW = LocalDate.of(2026, 11, 24);
  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;
  private static final GeoPoint OH_11 = new GeoPoint(41.4993, -81.6944);
  private static final GeoPoint OH_07 = new GeoPoint(41.1387, -81.8637);
  private static final GeoPoint OH_09 = new GeoPoint(41.6528, -83.5379);
  private static final GeoPoint KENTUCKY = new GeoPoint(38.0406, -84.5037);

  private final List<StreetAddress> asked = new ArrayList<>();

  @Test
  void theStreetSettlesAZipCodeOfTwoDistricts() {
    assertThat(match("44109", "OH", at(OH_11)))
        .isEqualTo(
            new Matched(
                List.of(Seat.house("OH", 11), Seat.senate("OH", 1), Seat.senate("OH", 3)),
                How.STREET,
                Confidence.EXACT_POINT,
                DISTRICTS.release()));
    assertThat(asked).containsExactly(address("1 Sample St", "44109", "OH"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"44113", "09012", "00000", "96960"})
  void nobodyIsAskedWhereTheZipCodeSaysItAll(String zip) {
    match(zip, "", at(OH_11));

    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PO Box 12",
        "P.O. Box 12",
        "p o box 12",
        "POB 12",
        "Post Office Box 9",
        "Box 4",
        "Apartado 7",
        " "
      })
  void boxesAreNotSent(String line) {
    var byZip = matcher(at(OH_11)).match(address(line, "44109", "OH"), "US", NOW);

    assertThat(asked).isEmpty();
    assertThat(byZip).isEqualTo(byZip("44109", "OH"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 Pobox Rd", "1 Boxwood Ln", "Boxelder St 3", "Porter Rd 12", "Apartadores 1"})
  void streetsThatOnlySoundLikeBoxesAreSent(String line) {
    matcher(at(OH_11)).match(address(line, "44109", "OH"), "US", NOW);

    assertThat(asked).hasSize(1);
  }

  static List<Answer> nothingLearned() {
    List<Answer> answers = new ArrayList<>(List.of(new Answer.None(), new Answer.Tie()));
    for (Fault fault : Fault.values()) {
      answers.add(new Answer.Unavailable(fault));
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("nothingLearned")
  void withoutAPlaceTheAnswerIsTheZipCodes(Answer answer) {
    assertThat(match("44109", "OH", answer)).isEqualTo(byZip("44109", "OH"));
  }

  @Test
  void aPlaceInNoDistrictOrInAnotherStateChangesNothing() {
    assertThat(match("44109", "OH", at(new GeoPoint(30, -70)))).isEqualTo(byZip("44109", "OH"));
    assertThat(match("44109", "OH", at(KENTUCKY))).isEqualTo(byZip("44109", "OH"));
  }

  @Test
  void aDistrictTheZipCodeDoesNotKnowComesFirstAndDecidesNothing() {
    var answer = (Ambiguous) match("44109", "OH", at(OH_09));

    assertThat(houses(answer)).containsExactly("OH-09", "OH-11", "OH-07");
    assertThat(answer.confidence()).isEqualTo(Confidence.STATE_ONLY);
    assertThat(answer.senators()).containsExactly(Seat.senate("OH", 1), Seat.senate("OH", 3));
  }

  @Test
  void nearABorderBothAreNamed() {
    var answer = (Ambiguous) match("44109", "OH", at(border(-100)));

    assertThat(answer.confidence()).isEqualTo(Confidence.NEAR_BORDER);
    assertThat(houses(answer)).containsExactlyInAnyOrder("OH-11", "OH-07");
  }

  @Test
  void theLessAGeocoderKnowsTheFartherABorderCounts() {
    GeoPoint there = border(-300);
    assertThat(match("44109", "OH", at(there))).isInstanceOf(Matched.class);

    assertThat(match("44109", "OH", place(there, true, OptionalDouble.of(400), Optional.empty())))
        .isInstanceOf(Ambiguous.class);
    assertThat(match("44109", "OH", place(there, false, OptionalDouble.empty(), Optional.empty())))
        .as("inexact, nobody knows how much")
        .isInstanceOf(Ambiguous.class);
  }

  @Test
  void theFarSidesOwnMapIsACheck() {
    var agreed = match("44109", "OH", hinted("OH-11"));
    assertThat(agreed).isInstanceOf(Matched.class);

    var answer = (Ambiguous) match("44109", "OH", hinted("OH-07"));
    assertThat(houses(answer)).containsExactly("OH-11", "OH-07");
    assertThat(answer.confidence()).isEqualTo(Confidence.NEAR_BORDER);
  }

  @Test
  void theFarSidesOwnMapAloneIsNoAnswer() {
    var ocean =
        place(new GeoPoint(30, -70), true, OptionalDouble.empty(), Optional.of(new Seat("OH-11")));

    assertThat(match("44109", "OH", ocean)).isEqualTo(byZip("44109", "OH"));
  }

  @Test
  void theTypedStateDecidesNearTheBorderOfTwoStates() {
    GeoPoint clarksville = new GeoPoint(36.5298, -87.3595);

    assertThat(match("42223", "", at(clarksville)))
        .isInstanceOfSatisfying(
            Matched.class, it -> assertThat(it.seats().getFirst().state()).isEqualTo("TN"));
    assertThat(match("42223", "KY", at(clarksville))).isEqualTo(byZip("42223", "KY"));
  }

  @Test
  void onADayWithoutAMapNobodyIsAsked() {
    matcher(at(OH_11)).match(address("1 Sample St", "44109", "OH"), "US", LocalDate.of(2019, 1, 4));

    assertThat(asked).isEmpty();
  }

  @Test
  void theMapOfTheDayDecides() {
    var then =
        matcher(at(OH_11))
            .match(address("1 Sample St", "44109", "OH"), "US", LocalDate.of(2021, 1, 10));

    assertThat(((Matched) then).seats().getFirst()).isEqualTo(Seat.house("OH", 11));
    assertThat(DISTRICTS.congress(LocalDate.of(2021, 1, 10))).contains(117);
  }

  @Test
  void anAddressInOneLineIsTakenApart() {
    assertThat(StreetAddress.parse("1 Main St, Apt 4, St. Paul, MN 55101-1234"))
        .contains(new StreetAddress("1 Main St, Apt 4", "St. Paul", "MN", "55101-1234"));
    assertThat(StreetAddress.parse("1 Main St, Austin, TX, 78701"))
        .contains(new StreetAddress("1 Main St", "Austin", "TX", "78701"));
    assertThat(StreetAddress.parse("1 Main St 78701")).isEmpty();
  }

  private static Answer hinted(String seat) {
    return place(OH_11, true, OptionalDouble.empty(), Optional.of(new Seat(seat)));
  }

  private static Answer at(GeoPoint point) {
    return place(point, true, OptionalDouble.empty(), Optional.empty());
  }

  private static Answer place(
      GeoPoint point, boolean exact, OptionalDouble accuracy, Optional<Seat> district) {
    return new Found(new Place(point, exact, accuracy, district));
  }

  private Match match(String zip, String state, Answer answer) {
    return matcher(answer).match(address("1 Sample St", zip, state), "US", NOW);
  }

  private StreetMatcher matcher(Answer answer) {
    return StreetMatcher.asking(
        DISTRICTS,
        (address, congress) -> {
          asked.add(address);
          return answer;
        });
  }

  private static Match byZip(String zip, String state) {
    return DISTRICTS.match(zip, state, "US", NOW);
  }

  private static StreetAddress address(String line, String zip, String state) {
    return new StreetAddress(line, "Sampletown", state, zip);
  }

  private static List<String> houses(Ambiguous answer) {
    return answer.candidates().stream().map(Candidate::seat).map(Seat::value).toList();
  }

  /** A point this far to the east of a border of OH-11 and OH-07. */
  private static GeoPoint border(double metres) {
    return PointMatcherTest.borderOf("OH-11", "OH-07", metres);
  }
}
