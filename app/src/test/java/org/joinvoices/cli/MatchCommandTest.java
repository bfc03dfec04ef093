package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.joinvoices.districts.geocoder.FakeFarSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code match} prints and with which code it ends. */
class MatchCommandTest {

  private static final String ADDRESS = "1 Sample St, Cleveland, OH 44109";

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

  @Test
  void anAddressIsAnsweredByItsZipCodeAndSaysWhatAGeocoderWouldAdd() {
    assertThat(match("--address", ADDRESS, "--on", "2021-01-10", "--json")).isZero();
    assertThat(typing.out.toString()).startsWith("{\"outcome\":\"ambiguous\",\"how\":\"zip\"");
    assertThat(typing.err.toString()).contains("--geocoder census").doesNotContain("Sample");
  }

  @Test
  void anAddressIsSettledByTheGeocoderOneNames() {
    try (var far = new FakeFarSide()) {
      far.says(
          """
          [{"lat":"41.4993","lon":"-81.6944","address":{"house_number":"1"}}]""");

      match(asking(far));

      assertThat(typing.out.toString())
          .startsWith("{\"outcome\":\"matched\",\"how\":\"street\",\"confidence\":\"exact_point\"")
          .contains("OH-11");
      assertThat(typing.err.toString()).contains("Credit: © OpenStreetMap contributors");
    }
  }

  @Test
  void aGeocoderThatFailsIsToldAndTheZipCodeDecides() {
    try (var far = new FakeFarSide()) {
      far.says(500, "sorry");

      assertThat(match(asking(far))).isZero();

      assertThat(typing.out.toString()).startsWith("{\"outcome\":\"ambiguous\",\"how\":\"zip\"");
      assertThat(typing.err.toString()).startsWith("The geocoder gave no answer (refused)");
    }
  }

  @Test
  void aFileIsMatchedRowByRow(@TempDir Path folder) throws IOException {
    Path people = Files.writeString(folder.resolve("people.csv"), "id,postal_code\n1,44113\n2,x\n");
    Path out = folder.resolve("matched.csv");

    assertThat(
            match(
                "--csv",
                people.toString(),
                "--out",
                out.toString(),
                "--on",
                "2021-01-10",
                "--json"))
        .isZero();
    assertThat(typing.out.toString().strip())
        .isEqualTo(
            "{\"rows\":2,\"continued_after\":0,\"outcomes\":{\"matched\":1,\"rejected\":1},"
                + "\"how\":{\"zip\":1},\"confidence\":{\"unique_zip\":1},\"unanswered\":0,"
                + "\"rejects\":\"%s.rejects.csv\"}".formatted(out));
    assertThat(out).content().contains("1,44113,matched,zip,unique_zip,OH-11;OH-S1;OH-S3,");

    assertThat(match("--csv", people.toString(), "--out", out.toString())).isOne();
    assertThat(match("--csv", folder.resolve("no.csv").toString(), "--out", "x")).isOne();
    assertThat(typing.err.toString())
        .contains("is there already. Move it away, or choose another --out.")
        .contains("There is no file");
  }

  @ParameterizedTest
  @CsvSource({
    "--zip=4411, '--zip should be five digits, like 44113'",
    "--zip=44113 --state=Ohio, '--state should be two letters, like OH'",
    "--zip=44113 --on=tomorrow, '--on should be a day like 2021-01-10'",
    "--at=41.48;-81.70, '--at should be latitude and longitude in degrees, like 41.48,-81.70'",
    "'--at=95,10', '--at should be latitude and longitude in degrees'",
    "'--zip=44113 --at=41.48,-81.70', 'Give one of --zip, --at, --address and --csv.'",
    "--json, 'Give one of --zip, --at, --address and --csv.'",
    "--csv=people.csv, --csv and --out go together.",
    "--zip=44113 --geocoder-url=https://a.example --address=x, Give one of --zip",
    "--address=Cleveland, '--address should be street, city, ST ZIP in one line'",
    "--csv=a --out=b --geocoder=photon, With --csv only --geocoder census is there",
    "--csv=a --out=b --geocoder=google, '--geocoder should be census, nominatim or photon'",
    "--csv=a --out=b --geocoder-url=https://a.example, --geocoder-url needs --geocoder"
  })
  void badInputIsToldKindly(String typed, String answer) {
    assertThat(match(typed.split(" "))).isEqualTo(2);
    assertThat(typing.err.toString()).startsWith(answer).doesNotContain("Exception");
  }

  private static String[] asking(FakeFarSide far) {
    return new String[] {
      "--address",
      ADDRESS,
      "--on",
      "2021-01-10",
      "--json",
      "--geocoder",
      "nominatim",
      "--geocoder-url",
      far.url().toString()
    };
  }

  private int match(String... args) {
    return typing.type(Stream.concat(Stream.of("match"), Stream.of(args)).toArray());
  }
}
