package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.ReleaseCompiler.Compiled;
import org.joinvoices.districts.ReleaseCompiler.Faulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the sample directory to a release, and every way in which an input can be wrong. */
class ReleaseCompilerTest {

  private static final LocalDate JANUARY_10 = LocalDate.of(2021, 1, 10);

  private final Path temp;
  private final SampleInputs inputs;
  private final Path out;

  ReleaseCompilerTest(@TempDir Path temp) throws IOException, URISyntaxException {
    this.temp = temp;
    inputs = SampleInputs.copyTo(temp.resolve("in"));
    out = temp.resolve("sample.release.gz");
  }

  @Test
  void aReleaseAnswersFromItsInputs() throws IOException {
    Districts districts = compiled("sample-1");

    assertThat(districts.release()).isEqualTo("sample-1");
    assertThat(districts.seatsOf(Seat.house("OH", 9), JANUARY_10))
        .extracting(Seat::value)
        .containsExactly("OH-09", "OH-S1", "OH-S3");
    assertThat(districts.match("96941", "", "US", JANUARY_10).toString())
        .contains("FREELY_ASSOCIATED");
  }

  @Test
  void candidatesAreInOrderOfShareWhateverTheOrderOfTheFile() throws IOException {
    var answer = (Ambiguous) compiled("s").match("44109", "", "US", JANUARY_10);

    assertThat(answer.candidates())
        .containsExactly(
            new Candidate(Seat.house("OH", 9), List.of("Lakewood")),
            new Candidate(Seat.house("OH", 11), List.of("Maple Heights")));
  }

  @Test
  void theHistoricalRecordOfAPersonWinsBecauseItKnowsTheLastDay() throws IOException {
    Districts districts = compiled("s");

    assertThat(districts.officeholder(Seat.house("OH", 11), LocalDate.of(2021, 3, 10))).isPresent();
    assertThat(districts.officeholder(Seat.house("OH", 11), LocalDate.of(2021, 3, 11))).isEmpty();
  }

  @Test
  void anAddendumAddsOnlyPersonsWhoAreInNoOtherFile() throws IOException {
    Districts districts = compiled("s");

    assertThat(districts.officeholder(Seat.senate("OH", 1), JANUARY_10).orElseThrow().name())
        .isEqualTo("Sherrod Brown");
    assertThat(districts.officeholder(Seat.senate("OH", 3), LocalDate.of(2026, 1, 1)).orElseThrow())
        .extracting(Officeholder::bioguide)
        .isEqualTo("H001104");
  }

  @Test
  void aNameIsPutTogetherWhereTheFullOneIsMissing() throws IOException {
    assertThat(compiled("s").officeholder(Seat.house("OH", 9), JANUARY_10).orElseThrow().name())
        .isEqualTo("Marcy Kaptur");
  }

  @Test
  void textThatRunsOverLinesOrHasTabsIsSetInOneLine() throws IOException {
    inputs.replace(
        "legislators/legislators-current.yaml",
        "official_full: Sherrod Brown",
        "official_full: \"Sherrod\\tCampbell\\nBrown\"");
    Districts districts = compiled("a\tname");

    assertThat(districts.release()).isEqualTo("a name");
    assertThat(districts.officeholder(Seat.senate("OH", 1), JANUARY_10).orElseThrow().name())
        .isEqualTo("Sherrod Campbell Brown");
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    compiled("s");
    byte[] first = Files.readAllBytes(out);
    compiled("s");

    assertThat(Files.readAllBytes(out)).isEqualTo(first);
  }

  @Test
  void withoutANameTheReleaseIsNamedAfterItsInputs() throws IOException {
    String one = compiled("").release();
    inputs.replace("legislators/legislators-current.yaml", "Democrat", "Republican");
    String other = compiled("").release();

    assertThat(one).matches("2025\\.01-[0-9a-f]{8}").isNotEqualTo(other);
  }

  @Test
  void theHeaderNamesOriginLicenceAndDigestOfEveryInput() throws IOException {
    compiled("s");
    Release.Header header = read().header();

    assertThat(header.sources()).hasSize(7).allMatch(source -> source.sha256().length() == 64);
    assertThat(header.sources().getLast().licence()).contains("CC BY 4.0 (GeoNames)");
    assertThat(header.credits()).contains("GeoNames.org, ZIP codes and towns (CC BY 4.0)");
    assertThat(header.from()).isEqualTo("2021-01-03");
    assertThat(header.until()).isEqualTo("2023-01-03");
  }

  @Test
  void notesTellWhatIsMissingOrWillNeedRenewing() {
    inputs
        .replace("legislators/legislators-current.yaml", "Democrat", "D")
        .replace("zip/zip_cd117.csv", "44137,OH,11", "44137,IN,2");

    assertThat(((Compiled) compile()).notes())
        .anyMatch(note -> note.startsWith("the map of the 116th Congress"))
        .anyMatch(note -> note.startsWith("OH-S3: Jon Husted was appointed"))
        .anyMatch(note -> note.contains("unusual party 'D'"))
        .anyMatch(note -> note.contains("ZIP code 44137 only in [IN], but it is in OH"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zip/zip_cd117.csv | 44107,OH,9 | 4410,OH,9 | zip/zip_cd117.csv:2: zip should be five digits, not '4410'
          zip/zip_cd117.csv | 44107,OH,9 | 44107,OH,19 | zip/zip_cd117.csv:2: there is no district OH-19
          zip/zip_cd117.csv | 44107,OH,9 | 44107,oh,9 | zip/zip_cd117.csv:2: state should be a USPS code of two capitals, not 'oh'
          zip/zip_cd117.csv | 0.43 | 43% | zip/zip_cd117.csv:3: share_est should be a share from 0 to 1, or empty, not '43%'
          zip/zip_cd117.csv | 44113,OH,11,1.00 | 44109,OH,11,1.00 | zip/zip_cd117.csv: a district twice for ZIP code 44109
          zip/zip_cd117.csv | ,0.43,CV | | zip/zip_cd117.csv:3: this line has another number of fields than the first
          zip/zip_cd117.csv | district | cd | zip/zip_cd117.csv: the first line must name the columns zip,state,district,share_est
          zip/zip_points.csv | 44113,OH | 44109,OH | zip/zip_points.csv:5: ZIP code 44109 twice
          zip/zip_points.csv | Lakewood,41.48200 | Lakewood,north | zip/zip_points.csv:3: lat should be degrees with a decimal point, not 'north'
          zip/zip_points.csv | 44107,OH | 44107,XX | zip/zip_points.csv:3: there is no state or territory XX
          districts/map_periods.csv | 2023-01-03 | 3 Jan 2023 | districts/map_periods.csv:3: valid_to should be a day like 2021-01-03, not '3 Jan 2023'
          districts/map_periods.csv | 2023-01-03 | 2020-01-03 | districts/map_periods.csv:3: valid_to must be later than valid_from
          districts/ocd_us_congressional_districts.csv | state:oh/cd:9 | state:oh/sldl:9 | districts/ocd_us_congressional_districts.csv:2: not the id of a congressional district: 'ocd-division/country:us/state:oh/sldl:9'
          legislators/legislators-current.yaml | start: '2019-01-03' | start: '2029-01-03' | legislators: B000944: a term that starts on 2029-01-03 ends before, on 2025-01-03
          legislators/legislators-current.yaml | class: 1 | class: 4 | legislators: B000944: a term needs type rep with a district, or sen with a class, and a state
          legislators/legislators-current.yaml | district: 9 | district: 11 | legislators: K000009: starts on OH-11 on 2021-01-03, as F000455 does
          legislators/legislators-current.yaml | bioguide: K000009 | thomas: '00616' | legislators/legislators-current.yaml: a person without id: bioguide
          legislators/legislators-current.yaml | district: 9 | district: 44 | legislators: K000009: there is no district OH-44
          """)
  void everyFaultNamesTheFileAndThePlace(String file, String old, String with, String fault) {
    inputs.replace(file, old, with == null ? "" : with);

    assertThat(((Faulty) compile()).faults()).contains(fault);
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsNotYamlIsSaidInOneLine() {
    inputs.replace("legislators/legislators-current.yaml", "- id:", "- id: {");

    assertThat(((Faulty) compile()).faults())
        .anyMatch(fault -> fault.startsWith("legislators/legislators-current.yaml: not YAML: "))
        .noneMatch(fault -> fault.contains("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "districts/map_periods.csv",
        "districts/ocd_us_congressional_districts.csv",
        "zip/zip_points.csv"
      })
  void aMissingFileIsOneFaultAndNotOneForEachRowElsewhere(String file) throws IOException {
    inputs.delete(file);

    assertThat(((Faulty) compile()).faults())
        .contains(file + ": this file is missing")
        .hasSizeLessThan(4);
  }

  @Test
  void anEmptyDirectoryIsToldWhatBelongsThere() throws IOException {
    var faults =
        ((Faulty)
                ReleaseCompiler.compile(ReleaseInputs.of(temp.resolve("no"), "s"), out, JANUARY_10))
            .faults();

    assertThat(faults)
        .contains(
            "legislators: no legislators-current*.yaml with anybody in it",
            "zip: no table zip_cdNNN.csv for any map in districts/map_periods.csv");
  }

  @Test
  void mapsMayNotLeaveAGap() throws IOException {
    inputs.replace(
        "districts/map_periods.csv", "cd116,116,2019-01-03,2021-01-03", "cd118,118,2023-01-05,");
    Files.copy(
        inputs.directory().resolve("zip/zip_cd117.csv"),
        inputs.directory().resolve("zip/zip_cd118.csv"));

    assertThat(((Faulty) compile()).faults())
        .containsExactly(
            "districts/map_periods.csv: the map of Congress 118 must begin on the day the one of"
                + " 117 ends");
  }

  private ReleaseCompiler.Outcome compile() {
    try {
      return inputs.compile(out, "s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Districts compiled(String name) throws IOException {
    assertThat(inputs.compile(out, name)).isInstanceOf(Compiled.class);
    return new Districts(read());
  }

  private Release read() throws IOException {
    return ReleaseReader.read(() -> Files.newInputStream(out));
  }
}
