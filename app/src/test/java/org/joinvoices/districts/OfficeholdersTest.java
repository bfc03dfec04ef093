package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who held which seat on which day, from public record, on the release that ships. */
class OfficeholdersTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    // an old term ends on the day the new one begins
    "OH-11, 2021-01-03, Marcia L. Fudge",
    "GA-05, 2021-01-03, Nikema Williams",
    // last day included, then empty until the special election
    "OH-11, 2021-03-10, Marcia L. Fudge",
    "OH-11, 2021-03-11, (vacant)",
    "OH-11, 2021-11-04, Shontel M. Brown",
    // Georgia in January 2021
    "GA-S2, 2021-01-03, David Perdue",
    "GA-S2, 2021-01-04, (vacant)",
    "GA-S2, 2021-01-10, (vacant)",
    "GA-S2, 2021-01-19, (vacant)",
    "GA-S2, 2021-01-20, Jon Ossoff",
    "GA-S3, 2021-01-10, Kelly Loeffler",
    "GA-S3, 2021-01-19, Kelly Loeffler",
    "GA-S3, 2021-01-20, Raphael G. Warnock",
    // the Vice President-elect left two days before
    "CA-S3, 2021-01-18, Kamala D. Harris",
    "CA-S3, 2021-01-19, (vacant)",
    "CA-S3, 2021-01-20, Alex Padilla",
    // an undecided House race
    "NY-22, 2021-01-10, (vacant)",
    "NY-22, 2021-02-11, Claudia Tenney",
    "DC-00, 2021-01-10, Eleanor Holmes Norton",
    // a redrawn map: Montana's second seat
    "MT-00, 2023-01-02, 'Matthew M. Rosendale, Sr.'",
    "MT-02, 2023-01-03, 'Matthew M. Rosendale, Sr.'",
    "MT-01, 2023-01-03, Ryan K. Zinke",
    // died in office; the current file of June 2026 did not know yet
    "SC-S2, 2026-07-11, Lindsey Graham",
    "SC-S2, 2026-07-12, (vacant)",
    "SC-S2, 2026-07-14, Darline Graham",
  })
  void holdsTheSeat(String seat, LocalDate day, String name) {
    assertThat(
            DISTRICTS.officeholder(new Seat(seat), day).map(Officeholder::name).orElse("(vacant)"))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"OH-S3, H001104", "FL-S3, M001244"})
  void anAppointedSenatorStaysProvisionallyAfterThePlannedEnd(String seat, String bioguide) {
    var before = DISTRICTS.officeholder(new Seat(seat), LocalDate.of(2026, 11, 3)).orElseThrow();
    var after = DISTRICTS.officeholder(new Seat(seat), LocalDate.of(2026, 11, 24)).orElseThrow();

    assertThat(before.provisional()).isFalse();
    assertThat(after.provisional()).isTrue();
    assertThat(after.bioguide()).isEqualTo(bioguide);
  }

  @Test
  void anAppointmentWithASuccessorIsNotProlonged() {
    Seat nebraska = Seat.senate("NE", 2);
    var holder = DISTRICTS.officeholder(nebraska, LocalDate.of(2025, 1, 10)).orElseThrow();

    assertThat(holder.name()).isEqualTo("Pete Ricketts");
    assertThat(holder.from()).isEqualTo(LocalDate.of(2024, 11, 5));
    assertThat(holder.provisional()).isFalse();
  }

  @Test
  void tellsHowToReachAndAddressTheMember() {
    var kaptur = DISTRICTS.officeholder(Seat.house("OH", 9), LocalDate.of(2021, 1, 10));

    assertThat(kaptur)
        .contains(
            new Officeholder(
                "K000009",
                "Marcy Kaptur",
                "Kaptur",
                "Democrat",
                "202-225-4146",
                "https://kaptur.house.gov",
                LocalDate.of(2021, 1, 3),
                false));
  }

  @ParameterizedTest(name = "{0}: {1} senators, {2} in the House")
  @CsvSource({
    "2021-01-04, 99, 439",
    "2021-01-19, 98, 438",
    "2021-01-21, 100, 438",
    "2026-06-15, 100, 437",
    "2026-10-10, 100, 439"
  })
  void countsTheWholeCongressOnADay(LocalDate day, int senators, int house) {
    assertThat(held(true, day)).isEqualTo(senators);
    assertThat(held(false, day)).isEqualTo(house);
  }

  private static long held(boolean senate, LocalDate day) {
    List<String> states =
        BuiltIn.RELEASE.ocdIds().keySet().stream().map(Seat::state).distinct().toList();
    return states.stream()
        .flatMap(state -> senate ? senators(state) : house(state))
        .filter(seat -> DISTRICTS.officeholder(seat, day).isPresent())
        .count();
  }

  private static Stream<Seat> senators(String state) {
    return IntStream.rangeClosed(1, 3).mapToObj(number -> Seat.senate(state, number));
  }

  private static Stream<Seat> house(String state) {
    return IntStream.rangeClosed(0, 53).mapToObj(number -> Seat.house(state, number));
  }
}
