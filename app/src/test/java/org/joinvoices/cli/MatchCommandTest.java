package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code match} prints and with which code it ends. */
class MatchCommandTest {

  private final Typing typing = new Typing();

  @Test
  void printsTheContractInJson() {
    assertThat(match("--zip", "44113", "--on", "2021-01-10", "--json")).isZero();
    assertThat(typing.out.toString().strip())
        .isEqualTo(
            """
            {"outcome":"matched","how":"zip","confidence":"unique_zip","release":"2026.11-3","seats":[\
            {"seat":"OH-11","ocd":"ocd-division/country:us/state:oh/cd:11","chamber":"house",\
            "officeholder":{"bioguide":"F000455","name":"Marcia L. Fudge"}},\
            {"seat":"OH-S1","ocd":"ocd-division/country:us/state:oh","chamber":"senate",\
            "officeholder":{"bioguide":"B000944","name":"Sherrod Brown"}},\
            {"seat":"OH-S3","ocd":"ocd-division/country:us/state:oh","chamber":"senate",\
            "officeholder":{"bioguide":"P000449","name":"Rob Portman"}}]}""");
  }

  @Test
  void anEmptySeatIsThereWithNobodyOnIt() {
    match("--zip", "30303", "--on", "2021-01-10", "--json");

    assertThat(typing.out.toString())
        .contains(
            "\"seat\":\"GA-S2\",\"ocd\":\"ocd-division/country:us/state:ga\","
                + "\"chamber\":\"senate\",\"officeholder\":null");
  }

  @Test
  void anAmbiguousAnswerListsTheCandidatesWithTowns() {
    match("--zip", "44109", "--on", "2021-01-10", "--json");

    assertThat(typing.out.toString())
        .startsWith("{\"outcome\":\"ambiguous\",\"how\":\"zip\",\"confidence\":\"state_only\"")
        .containsSubsequence(
            "OH-S1",
            "OH-S3",
            "OH-09",
            "OH-11",
            "\"candidates\":[{\"seat\":\"OH-09\",\"towns\":[\"Lakewood\"")
        .doesNotContain("reason");
  }

  @Test
  void anUnmatchedAnswerSaysWhyAndIsNoFailure() {
    assertThat(match("--zip", "09012", "--json")).isZero();
    assertThat(typing.out.toString().strip())
        .isEqualTo(
            "{\"outcome\":\"unmatched\",\"how\":\"zip\",\"confidence\":\"undetermined\","
                + "\"release\":\"2026.11-3\",\"seats\":[],\"reason\":\"military\"}");
  }

  @Test
  void peopleGetATable() {
    match("--zip", "30303", "--on", "2021-01-20");

    assertThat(typing.out.toString())
        .contains("matched (unique_zip), release 2026.11-3")
        .contains("GA-S2  senate  Jon Ossoff");
  }

  @Test
  void theTypedStateSettlesAZipCodeOfTwoStates() {
    match("--zip", "42223", "--state", "tn", "--on", "2021-01-10");

    assertThat(typing.out.toString()).contains("TN-07").doesNotContain("KY-01");
  }

  @Test
  void aPointIsAnsweredByTheBordersOfThatDay() {
    match("--at", "46.5857,-112.0184", "--on", "2023-06-01", "--json");

    assertThat(typing.out.toString())
        .contains("\"how\":\"point\",\"confidence\":\"exact_point\"")
        .contains("MT-02");
  }

  @Test
  void withoutADayItIsToday() {
    assertThat(match("--zip", "44113")).isZero();
    assertThat(typing.out.toString()).contains("release 2026.11-3");
  }

  @ParameterizedTest
  @CsvSource({
    "--zip=4411, '--zip should be five digits, like 44113'",
    "--zip=44113 --state=Ohio, '--state should be two letters, like OH'",
    "--zip=44113 --on=tomorrow, '--on should be a day like 2021-01-10'",
    "--at=41.48;-81.70, '--at should be latitude and longitude in degrees, like 41.48,-81.70'",
    "'--at=95,10', '--at should be latitude and longitude in degrees'",
    "'--zip=44113 --at=41.48,-81.70', Give either --zip or --at.",
    "--json, Give either --zip or --at."
  })
  void badInputIsToldKindly(String typed, String answer) {
    assertThat(match(typed.split(" "))).isEqualTo(2);
    assertThat(typing.err.toString()).startsWith(answer).doesNotContain("Exception");
  }

  private int match(String... args) {
    return typing.type(Stream.concat(Stream.of("match"), Stream.of(args)).toArray());
  }
}
