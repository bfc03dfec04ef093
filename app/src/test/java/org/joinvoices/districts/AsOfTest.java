package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.junit.jupiter.api.Test;

/**
 * Who spoke for a real place on a real day, from ZIP code to names, on the release that ships; each
 * a kind of change in Congress. Seats alone: {@link OfficeholdersTest}; ZIP codes alone: {@link
 * DistrictsTest}.
 */
class AsOfTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  @Test
  void atlantaHadOneSenatorFromTheEndOfATermUntilTheRunoffsWinnersWereSworn() {
    assertSpeak("30303", "2021-01-03", "Nikema Williams", "David Perdue", "Kelly Loeffler");
    assertSpeak("30303", "2021-01-04", "Nikema Williams", "(vacant)", "Kelly Loeffler");
    assertSpeak("30303", "2021-01-19", "Nikema Williams", "(vacant)", "Kelly Loeffler");
    assertSpeak("30303", "2021-01-20", "Nikema Williams", "Jon Ossoff", "Raphael G. Warnock");
  }

  @Test
  void houstonHadNobodyInTheHouseAfterSylvesterTurnersDeathUntilASpecialElection() {
    assertHolds("TX-18", "2025-03-04", "Sylvester Turner");
    assertHolds("TX-18", "2025-03-05", "(vacant)");
    assertHolds("TX-18", "2026-02-01", "(vacant)");
    assertHolds("TX-18", "2026-02-02", "Christian D. Menefee");
  }

  @Test
  void monroeHadNobodyBecauseTheMemberElectDiedBeforeTheOath() {
    assertSpeak("71201", "2021-01-10", "(vacant)", "Bill Cassidy", "John Kennedy");
    assertSpeak("71201", "2021-04-14", "Julia Letlow", "Bill Cassidy", "John Kennedy");
  }

  @Test
  void clevelandHadNobodyInTheHouseAfterMarciaFudgeResigned() {
    assertSpeak("44113", "2021-03-10", "Marcia L. Fudge", "Sherrod Brown", "Rob Portman");
    assertSpeak("44113", "2021-03-11", "(vacant)", "Sherrod Brown", "Rob Portman");
    assertSpeak("44113", "2021-11-04", "Shontel M. Brown", "Sherrod Brown", "Rob Portman");
  }

  @Test
  void californiasSenatorWasAppointedAfterADeathAndFollowedByWhoeverWasElected() {
    assertHolds("CA-S1", "2023-09-28", "Dianne Feinstein");
    assertHolds("CA-S1", "2023-09-30", "(vacant)");
    assertHolds("CA-S1", "2023-10-03", "Laphonza R. Butler");
    assertHolds("CA-S1", "2024-12-09", "Adam B. Schiff");
  }

  @Test
  void oklahomasSeatPassedToAnAppointeeOnTheNextDay() {
    assertHolds("OK-S2", "2026-03-23", "Markwayne Mullin");
    assertHolds("OK-S2", "2026-03-24", "Alan Armstrong");
  }

  @Test
  void tucsonsMemberWasElectedInSeptemberAndSwornInNovember() {
    assertSpeak("85701", "2025-09-24", "(vacant)", "Ruben Gallego", "Mark Kelly");
    assertSpeak("85701", "2025-11-11", "(vacant)", "Ruben Gallego", "Mark Kelly");
    assertSpeak("85701", "2025-11-12", "Adelita S. Grijalva", "Ruben Gallego", "Mark Kelly");
  }

  @Test
  void anchorageHadNobodyInTheHouseUntilASpecialElectionForTheWholeState() {
    assertSpeak("99501", "2022-03-18", "Don Young", "Dan Sullivan", "Lisa Murkowski");
    assertSpeak("99501", "2022-09-12", "(vacant)", "Dan Sullivan", "Lisa Murkowski");
    assertSpeak("99501", "2022-09-13", "Mary Sattler Peltola", "Dan Sullivan", "Lisa Murkowski");
  }

  @Test
  void charlestonsDistrictGotAnotherNumberAndAnotherMemberWithTheMapOf2023() {
    assertThat(seats("25301", "2023-01-02")).startsWith(new Seat("WV-02"));
    assertThat(seats("25301", "2023-01-03")).startsWith(new Seat("WV-01"));
    assertHolds("WV-02", "2023-01-02", "Alexander X. Mooney");
    assertHolds("WV-01", "2023-01-03", "Carol D. Miller");
  }

  @Test
  void phoenixKeptItsMemberUnderAnotherNumber() {
    assertSpeak("85004", "2023-01-02", "Ruben Gallego", "Kyrsten Sinema", "Mark Kelly");
    assertSpeak("85004", "2023-01-03", "Ruben Gallego", "Kyrsten Sinema", "Mark Kelly");
    assertThat(seats("85004", "2023-01-02").getFirst()).isEqualTo(new Seat("AZ-07"));
    assertThat(seats("85004", "2023-01-03").getFirst()).isEqualTo(new Seat("AZ-03"));
  }

  @Test
  void missoulaSharedOneMemberWithAllMontanaUntilTheStateGotTwo() {
    assertSpeak("59801", "2023-01-02", "Matthew M. Rosendale, Sr.", "Jon Tester", "Steve Daines");
    assertSpeak("59801", "2023-01-03", "Ryan K. Zinke", "Jon Tester", "Steve Daines");
  }

  @Test
  void cheyenneHasOneMemberForTheWholeState() {
    assertSpeak("82001", "2023-01-02", "Liz Cheney", "John Barrasso", "Cynthia M. Lummis");
    assertSpeak("82001", "2023-01-03", "Harriet M. Hageman", "John Barrasso", "Cynthia M. Lummis");
  }

  @Test
  void theCapitalSanJuanAndHagatnaHaveADelegateAndNobodyInTheSenate() {
    assertSpeak("20001", "2021-01-10", "Eleanor Holmes Norton");
    assertSpeak("00901", "2025-01-02", "Jenniffer González-Colón");
    assertSpeak("00901", "2025-01-03", "Pablo José Hernández");
    assertSpeak("96910", "2023-01-03", "James C. Moylan");
  }

  @Test
  void pohnpeiMajuroAndKororHaveNobodyOnAnyDay() {
    for (String zip : List.of("96941", "96960", "96939")) {
      assertThat(reason(zip, "2021-01-10")).isEqualTo(Reason.FREELY_ASSOCIATED);
      assertThat(reason(zip, "2026-11-24")).isEqualTo(Reason.FREELY_ASSOCIATED);
    }
  }

  @Test
  void aBaseInGermanyIsAskedForTheHomeAtAnyTime() {
    assertThat(reason("09012", "2021-01-10")).isEqualTo(Reason.MILITARY);
    assertThat(reason("09012", "2026-11-24")).isEqualTo(Reason.MILITARY);
  }

  @Test
  void fortCampbellLiesInTwoStatesUnderEveryMap() {
    for (String day : List.of("2021-01-10", "2023-06-01", "2026-11-24")) {
      assertThat(candidates("42223", "", day))
          .extracting(Seat::state)
          .containsExactlyInAnyOrder("KY", "TN");
    }
  }

  @Test
  void aBoxInClevelandOffersTheDistrictsOfTheDayAround() {
    assertThat(candidates("44181", "", "2021-01-10")).contains(new Seat("OH-09"));
    assertThat(candidates("44181", "", "2026-11-24"))
        .contains(new Seat("OH-07"))
        .allMatch(seat -> seat.state().equals("OH"));
  }

  @Test
  void ohioAndFloridaKeepTheirAppointedSenatorsProvisionallyAfterTheElection() {
    for (String seat : List.of("OH-S3", "FL-S3")) {
      assertThat(provisional(seat, "2026-11-03")).isFalse();
      assertThat(provisional(seat, "2026-11-24")).isTrue();
    }
    assertHolds("FL-S3", "2026-11-24", "Ashley Moody");
    assertHolds("OH-S3", "2026-11-24", "Jon Husted");
  }

  @Test
  void aMemberWhoLeavesAPartyInTheMidstOfATermIsOfEachOnItsDays() {
    assertThat(party("CA-03", "2026-03-08")).isEqualTo("Republican");
    assertThat(party("CA-03", "2026-03-09")).isEqualTo("Independent");
    assertThat(party("NJ-02", "2020-12-10")).isEqualTo("Republican");
    assertThat(
            DISTRICTS
                .officeholder(new Seat("CA-03"), LocalDate.of(2026, 3, 9))
                .orElseThrow()
                .from())
        .isEqualTo("2025-01-03");
  }

  @Test
  void outsideTheDaysOfTheReleaseNobodyIsNamedAndNoSeatIsListed() {
    for (LocalDate day :
        List.of(DISTRICTS.firstDay().minusDays(1), DISTRICTS.lastDay().plusDays(1))) {
      assertThat(reason("44113", day.toString())).isEqualTo(Reason.DATE_OUT_OF_RANGE);
      assertThat(DISTRICTS.seats(day)).isEmpty();
    }
    assertThat(DISTRICTS.seats(DISTRICTS.firstDay())).hasSize(541);
    assertThat(DISTRICTS.seats(DISTRICTS.lastDay())).hasSize(541);
  }

  /** House first, then senators by class. */
  private static void assertSpeak(String zip, String day, String... names) {
    assertThat(seats(zip, day))
        .extracting(seat -> holder(seat, day))
        .as("%s on %s", zip, day)
        .containsExactly(names);
  }

  private static void assertHolds(String seat, String day, String name) {
    assertThat(holder(new Seat(seat), day)).as("%s on %s", seat, day).isEqualTo(name);
  }

  private static String holder(Seat seat, String day) {
    return DISTRICTS
        .officeholder(seat, LocalDate.parse(day))
        .map(Officeholder::name)
        .orElse("(vacant)");
  }

  private static String party(String seat, String day) {
    return DISTRICTS.officeholder(new Seat(seat), LocalDate.parse(day)).orElseThrow().party();
  }

  private static boolean provisional(String seat, String day) {
    return DISTRICTS.officeholder(new Seat(seat), LocalDate.parse(day)).orElseThrow().provisional();
  }

  private static List<Seat> seats(String zip, String day) {
    return ((Matched) match(zip, "", day)).seats();
  }

  private static Stream<Seat> candidates(String zip, String state, String day) {
    return ((Ambiguous) match(zip, state, day)).candidates().stream().map(Candidate::seat);
  }

  private static Reason reason(String zip, String day) {
    return ((Unmatched) match(zip, "", day)).reason();
  }

  private static Match match(String zip, String state, String day) {
    return DISTRICTS.match(zip, state, "US", LocalDate.parse(day));
  }
}
