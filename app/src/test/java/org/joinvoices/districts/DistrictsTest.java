package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.districts.Match.Confidence.STATE_ONLY;
import static org.joinvoices.districts.Match.Confidence.UNDETERMINED;
import static org.joinvoices.districts.Match.Confidence.UNIQUE_ZIP;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.joinvoices.platform.clock.CivicClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matching by ZIP code on the release that ships, one sentence per special case. */
class DistrictsTest {

  private static final Districts DISTRICTS = Districts.builtIn();
  private static final LocalDate JANUARY_10 = LocalDate.of(2021, 1, 10);

  @Test
  void namesItsReleaseWithoutLoadingIt() {
    assertThat(Districts.builtInRelease()).isEqualTo(DISTRICTS.release());
  }

  @Test
  void downtownClevelandIsInOhio11WithBothSenators() {
    assertThat(matchedOn("44113", "", JANUARY_10))
        .isEqualTo(new Matched(seats("OH-11", "OH-S1", "OH-S3"), How.ZIP, UNIQUE_ZIP, "2026.11-3"));
  }

  @Test
  void aZipCodeOfTwoDistrictsLeavesTheChoiceToThePerson() {
    Ambiguous answer = ambiguousOn("44109", "OH", JANUARY_10);

    assertThat(answer.senators()).isEqualTo(seats("OH-S1", "OH-S3"));
    assertThat(answer.candidates().stream().map(Candidate::seat))
        .isEqualTo(seats("OH-09", "OH-11"));
    assertThat(answer.confidence()).isEqualTo(STATE_ONLY);
  }

  @Test
  void townsTellThePersonInClevelandOneDistrictFromTheOther() {
    List<Candidate> candidates = ambiguousOn("44109", "OH", JANUARY_10).candidates();

    assertThat(candidates.getFirst().towns()).startsWith("Lakewood").endsWith("Toledo");
    assertThat(candidates.getLast().towns()).startsWith("Maple Heights").endsWith("Akron");
    assertThat(candidates)
        .allSatisfy(
            candidate ->
                assertThat(candidate.towns())
                    .hasSizeBetween(2, 6)
                    .doesNotHaveDuplicates()
                    .doesNotContain("Cleveland"));
  }

  @Test
  void theMapOfTheDayDecidesWhichDistrictsAreMeant() {
    assertThat(ambiguousOn("44109", "OH", LocalDate.of(2026, 11, 24)).candidates())
        .extracting(candidate -> candidate.seat().value())
        .containsExactly("OH-11", "OH-07");
    assertThat(matchedOn("59801", "MT", LocalDate.of(2023, 1, 2)).seats())
        .isEqualTo(seats("MT-00", "MT-S1", "MT-S2"));
    assertThat(matchedOn("59801", "MT", LocalDate.of(2023, 1, 3)).seats())
        .isEqualTo(seats("MT-01", "MT-S1", "MT-S2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"44113-1234", "441131234", " 44113 "})
  void theFourMoreDigitsOfZipPlus4AreIgnored(String typed) {
    assertThat(matchedOn(typed, "oh", JANUARY_10).seats()).contains(Seat.house("OH", 11));
  }

  @Test
  void anAtLargeStateHasOneHouseSeatAndTwoSenators() {
    assertThat(matchedOn("82001", "WY", JANUARY_10).seats())
        .isEqualTo(seats("WY-00", "WY-S1", "WY-S2"));
  }

  @ParameterizedTest
  @CsvSource({
    "20500, US, DC-00", "00901, PR, PR-00", "96910, GU, GU-00",
    "96799, AS, AS-00", "00802, VI, VI-00", "96950, MP, MP-00"
  })
  void aDelegateHasNoSenatorsBeside(String zip, String country, String seat) {
    assertThat(DISTRICTS.match(zip, "", country, JANUARY_10))
        .isEqualTo(new Matched(seats(seat), How.ZIP, UNIQUE_ZIP, "2026.11-3"));
  }

  @Test
  void aZipCodeOfTwoStatesIsInDoubtUntilTheStateIsTyped() {
    Ambiguous answer = ambiguousOn("42223", "", JANUARY_10);
    assertThat(answer.senators()).isEmpty();
    assertThat(answer.confidence()).isEqualTo(UNDETERMINED);
    assertThat(answer.candidates()).hasSize(2);

    assertThat(matchedOn("42223", "TN", JANUARY_10).seats())
        .isEqualTo(seats("TN-07", "TN-S1", "TN-S2"));
    assertThat(matchedOn("42223", "KY", JANUARY_10).seats())
        .isEqualTo(seats("KY-01", "KY-S2", "KY-S3"));
  }

  @Test
  void theTypedStateMayLeaveTwoDistrictsOfThree() {
    Ambiguous answer = ambiguousOn("42602", "KY", JANUARY_10);

    assertThat(answer.senators()).isEqualTo(seats("KY-S2", "KY-S3"));
    assertThat(answer.candidates()).hasSize(2);
  }

  @Test
  void aStateThatTheZipCodeIsNotInIsSaidSo() {
    unmatched("44113", "TX", "US").isEqualTo("state_contradicts_zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"09012", "34002", "96201", "96601"})
  void aMilitaryAddressSaysNothingAboutWhereItsHolderVotes(String zip) {
    unmatched(zip, "", "US").isEqualTo("military");
  }

  @ParameterizedTest
  @CsvSource({"96941, FM", "96960, MH", "96970, MH", "96939, PW"})
  void freelyAssociatedStatesHaveMailButNoSeats(String zip, String land) {
    unmatched(zip, "", "US").isEqualTo("freely_associated");
    unmatched(zip, "", land).isEqualTo("freely_associated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000", "99999", "4411", "ABCDE", "44113-12"})
  void whatIsNoZipCodeIsUnknown(String typed) {
    unmatched(typed, "", "US").isEqualTo("unknown_zip");
  }

  @Test
  void abroadAndNothingTypedAreTwoThings() {
    unmatched("44113", "OH", "DE").isEqualTo("foreign");
    unmatched("  ", "OH", "US").isEqualTo("no_address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-11-30", "2027-01-03"})
  void aDayWithoutAMapIsSaidSo(LocalDate day) {
    assertThat(DISTRICTS.match("44113", "OH", "US", day))
        .isEqualTo(new Unmatched(Reason.DATE_OUT_OF_RANGE, "2026.11-3"));
  }

  @Test
  void aPostOfficeBoxInNoTableOffersTheDistrictsAround() {
    assertThat(ambiguousOn("44181", "OH", JANUARY_10).candidates())
        .extracting(candidate -> candidate.seat().value())
        .contains("OH-09", "OH-11");
  }

  @Test
  void aBoxInRockIslandIsInIllinoisThoughItsPointLiesAcrossTheRiver() {
    assertThat(ambiguousOn("61204", "IL", JANUARY_10).senators())
        .isEqualTo(seats("IL-S2", "IL-S3"));
    unmatched("61204", "IA", "US").isEqualTo("state_contradicts_zip");
  }

  @Test
  void aChosenDistrictBringsItsSenators() {
    assertThat(DISTRICTS.seatsOf(Seat.house("OH", 9), JANUARY_10))
        .isEqualTo(seats("OH-09", "OH-S1", "OH-S3"));
    assertThat(DISTRICTS.seatsOf(Seat.house("DC", 0), JANUARY_10)).isEqualTo(seats("DC-00"));
    assertThatThrownBy(() -> DISTRICTS.seatsOf(Seat.senate("OH", 1), JANUARY_10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChosenDistrictThatANewMapNoLongerHasLeavesTheSenators() {
    Seat sixteenth = Seat.house("OH", 16);

    assertThat(DISTRICTS.seatsOf(sixteenth, LocalDate.of(2023, 1, 2))).contains(sixteenth);
    assertThat(DISTRICTS.seatsOf(sixteenth, LocalDate.of(2023, 1, 3)))
        .isEqualTo(seats("OH-S1", "OH-S3"));
  }

  @Test
  void onTheTwentiethTheDayInWashingtonDecidesWhoSitsForGeorgia() {
    Seat georgia = Seat.senate("GA", 3);
    var lateOnThe19th = Instant.parse("2021-01-20T04:59:59Z");

    assertThat(DISTRICTS.officeholder(georgia, civicDay(lateOnThe19th)).orElseThrow().lastName())
        .isEqualTo("Loeffler");
    assertThat(
            DISTRICTS
                .officeholder(georgia, civicDay(lateOnThe19th.plusSeconds(1)))
                .orElseThrow()
                .lastName())
        .isEqualTo("Warnock");
  }

  @ParameterizedTest
  @CsvSource({
    "OH-11, ocd-division/country:us/state:oh/cd:11",
    "OH-S1, ocd-division/country:us/state:oh",
    "WY-00, ocd-division/country:us/state:wy/cd:at-large",
    "MT-00, ocd-division/country:us/state:mt/cd:at-large",
    "DC-00, ocd-division/country:us/district:dc/cd:at-large",
    "PR-00, ocd-division/country:us/territory:pr/cd:at-large"
  })
  void seatsHaveOpenCivicDataIds(String seat, String id) {
    assertThat(DISTRICTS.ocdId(new Seat(seat))).isEqualTo(id);
  }

  @Test
  void namesTheTownOfAZipCode() {
    assertThat(DISTRICTS.cityOf("44113-1234")).contains("Cleveland, OH");
    assertThat(DISTRICTS.cityOf("00000")).isEmpty();
  }

  @Test
  void creditsWhoseDataItUses() {
    assertThat(DISTRICTS.credits()).anyMatch(credit -> credit.contains("GeoNames.org"));
  }

  private static LocalDate civicDay(Instant instant) {
    return new CivicClock(InstantSource.fixed(instant), Duration.ZERO).today();
  }

  private static Matched matchedOn(String zip, String state, LocalDate day) {
    return (Matched) DISTRICTS.match(zip, state, "US", day);
  }

  private static Ambiguous ambiguousOn(String zip, String state, LocalDate day) {
    return (Ambiguous) DISTRICTS.match(zip, state, "US", day);
  }

  private static AbstractStringAssert<?> unmatched(String zip, String state, String country) {
    var answer = (Unmatched) DISTRICTS.match(zip, state, country, JANUARY_10);
    return assertThat(answer.reason().word());
  }

  private static List<Seat> seats(String... values) {
    return Stream.of(values).map(Seat::new).toList();
  }
}
