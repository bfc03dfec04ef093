package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code seats} prints and with which code it ends. */
class SeatsCommandTest {

  private final Typing typing = new Typing();

  @Test
  void printsTheContractInJson() {
    assertThat(seats("--on", "2021-01-10", "--state", "DC", "--json")).isZero();
    assertThat(typing.out.toString().strip())
        .isEqualTo(
            """
            {"release":"2026.11-3","on":"2021-01-10","seats":[\
            {"seat":"DC-00","ocd":"ocd-division/country:us/district:dc/cd:at-large","chamber":"house",\
            "officeholder":{"bioguide":"N000147","name":"Eleanor Holmes Norton","party":"Democrat",\
            "phone":"202-225-8050","website":"https://norton.house.gov","from":"2021-01-03",\
            "provisional":false}}]}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-01-04 | 99 senators of 100 seats, 439 in the House of 441 seats",
        "2021-01-19 | 98 senators of 100 seats, 438 in the House of 441 seats",
        "2023-06-01 | 100 senators of 100 seats, 440 in the House of 441 seats",
        "2026-06-15 | 100 senators of 100 seats, 437 in the House of 441 seats"
      })
  void theLastLineCountsTheWholeCongress(String day, String counts) {
    seats("--on", day);

    assertThat(typing.out.toString().lines()).hasSize(543).last().isEqualTo(counts);
  }

  @Test
  void georgiaHadOneSenatorOnTheTenthOfJanuary() {
    seats("--on", "2021-01-10", "--state", "ga");

    assertThat(typing.out.toString())
        .startsWith("seats on 2021-01-10, release 2026.11-3\n")
        .contains("  GA-14  house   Marjorie Taylor Greene", "  GA-S2  senate  (vacant)\n")
        .doesNotContain("FL-", "provisional")
        .endsWith("1 senators of 2 seats, 14 in the House of 14 seats\n");
  }

  @Test
  void anEmptySeatIsThereInJsonWithNobodyOnIt() {
    seats("--on", "2021-01-10", "--state", "GA", "--json");

    assertThat(typing.out.toString())
        .contains("\"chamber\":\"senate\",\"officeholder\":null")
        .containsOnlyOnce("null");
  }

  @Test
  void anAppointmentPastItsPlannedEndIsMarkedAndExplained() {
    seats("--on", "2026-11-24", "--state", "OH");

    assertThat(typing.out.toString())
        .containsPattern("OH-S3 +senate +\\S+ Husted \\(provisional\\)")
        .contains("\nprovisional: the planned end of an appointment has passed");
  }

  @Test
  void montanaHasTwoDistrictsFromItsNewMapOn() {
    seats("--on", "2023-01-02", "--state", "MT");
    assertThat(typing.out.toString()).contains("MT-00").doesNotContain("MT-01", "MT-02");

    seats("--on", "2023-01-03", "--state", "MT");
    assertThat(typing.out.toString()).contains("MT-01", "MT-02");
  }

  @Test
  void withoutADayItIsToday() {
    assertThat(seats("--state", "WY")).isZero();
    assertThat(typing.out.toString()).contains("WY-00", "WY-S1", "WY-S2");
  }

  @ParameterizedTest
  @CsvSource({
    "--on=tomorrow, 2, '--on should be a day like 2021-01-10, not ''tomorrow'''",
    "--on=2021-02-30, 2, '--on should be a day like 2021-01-10'",
    "--state=ZZ, 2, '--state should be two letters of a state or territory with seats, like OH'",
    "--state=FM, 2, '--state should be two letters of a state or territory with seats'",
    "--on=2020-11-30, 1, 'Release 2026.11-3 knows the districts from 2020-12-01 to 2027-01-02'",
    "--on=2027-01-03, 1, 'Release 2026.11-3 knows the districts from 2020-12-01 to 2027-01-02'"
  })
  void badInputIsToldKindly(String typed, int status, String answer) {
    assertThat(seats(typed)).isEqualTo(status);
    assertThat(typing.err.toString()).startsWith(answer).doesNotContain("Exception");
    assertThat(typing.out.toString()).isEmpty();
  }

  private int seats(String... args) {
    return typing.type(Stream.concat(Stream.of("seats"), Stream.of(args)).toArray());
  }
}
