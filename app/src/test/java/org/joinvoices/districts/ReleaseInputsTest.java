package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.ReleaseCompiler.Compiled;
import org.joinvoices.districts.ReleaseCompiler.Faulty;
import org.joinvoices.districts.ReleaseCompiler.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public files in the forms in which they are published, and what cannot be true of them. */
class ReleaseInputsTest {

  private static final LocalDate JANUARY_10 = LocalDate.of(2021, 1, 10);

  /** Header and form of tab20_cd11920_zcta520_natl.txt; figures made up. */
  private static final String CENSUS =
      """
      \uFEFFOID_CD117_20|GEOID_CD117_20|NAMELSAD_CD117_20|AREALAND_CD117_20|AREAWATER_CD117_20|MTFCC_CD117_20|\
      FUNCSTAT_CD117_20|OID_ZCTA5_20|GEOID_ZCTA5_20|NAMELSAD_ZCTA5_20|AREALAND_ZCTA5_20|AREAWATER_ZCTA5_20|\
      MTFCC_ZCTA5_20|CLASSFP_ZCTA5_20|FUNCSTAT_ZCTA5_20|AREALAND_PART|AREAWATER_PART
      1|3909|Congressional District 9|900|0|G5200|N|21|44109|ZCTA5 44109|100|0|G6350|B5|S|30|0
      2|3911|Congressional District 11|900|0|G5200|N|21|44109|ZCTA5 44109|100|0|G6350|B5|S|70|0
      2|3911|Congressional District 11|900|0|G5200|N|22|44113|ZCTA5 44113|100|0|G6350|B5|S|100|9
      2|3911|Congressional District 11|900|0|G5200|N|||||||||5|0
      3|39ZZ|Congressional Districts not defined|0|900|G5200|N|22|44113|ZCTA5 44113|100|0|G6350|B5|S|0|9
      """;

  private static final String BORDERS =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","properties":{"ST":"39","CD":"09"},"geometry":{"type":"Polygon",
        "coordinates":[[[-82,41],[-81,41],[-81,42],[-82,42],[-82,41]]]}},
       {"type":"Feature","properties":{"ST":"39","CD":"11"},"geometry":{"type":"Polygon",
        "coordinates":[[[-81,41],[-80,41],[-80,42],[-81,42],[-81,41]]]}}]}
      """;

  private final SampleInputs inputs;
  private final Path folder;
  private final Path out;

  ReleaseInputsTest(@TempDir Path temp) throws IOException, URISyntaxException {
    inputs = SampleInputs.copyTo(temp.resolve("in"));
    folder = inputs.directory();
    out = temp.resolve("sample.release.gz");
  }

  @Test
  void theRelationshipFileOfTheCensusOrdersDistrictsByLand() throws IOException {
    census(CENSUS);

    var answer = (Ambiguous) compiled().match("44109", "", "US", JANUARY_10);
    assertThat(answer.candidates())
        .extracting(Candidate::seat)
        .containsExactly(Seat.house("OH", 11), Seat.house("OH", 9));
    assertThat(compiled().match("44113", "", "US", JANUARY_10).toString()).contains("UNIQUE_ZIP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "GEOID_CD117_20; GEOID_CD118_20; its name says Congress 117, its column GEOID_CD118_20",
        "AREALAND_PART; LAND; the first line must name the columns GEOID_CDNNN_20",
        "|3911|; |OH11|; should be the number of a state and two digits, not 'OH11'",
        "|3911|; |3944|; there is no district OH-44",
        "S|30|0; S|; this line has another number of fields than the first"
      })
  void aRelationshipFileThatCannotBeUsedIsAFault(String old, String with, String fault)
      throws IOException {
    census(CENSUS.replace(old, with));

    assertThat(faults()).anyMatch(one -> one.startsWith("zip/tab20") && one.contains(fault));
  }

  @Test
  void twoTablesOfOneCongressAreAFault() throws IOException {
    Files.writeString(folder.resolve("zip/tab20_cd11720_zcta520_natl.txt"), CENSUS);

    assertThat(faults()).anyMatch(fault -> fault.contains("a second table of this Congress"));
  }

  @Test
  void filesMayLieFlatAsTheyWereDownloaded() throws IOException {
    for (String sub : List.of("zip", "districts", "legislators")) {
      try (var files = Files.list(folder.resolve(sub))) {
        for (Path file : files.toList()) {
          Files.move(file, folder.resolve(file.getFileName()));
        }
      }
    }

    assertThat(compiled().match("44113", "", "US", JANUARY_10).toString()).contains("OH-11");
  }

  @Test
  void bordersMayCallStateAndDistrictWhatTheyLike() throws IOException {
    Files.writeString(folder.resolve("districts/mine_cd117.geojson"), BORDERS);

    assertThat(faults())
        .containsExactly(
            "districts/mine_cd117.geojson: feature 1 does not say its state and district (in state"
                + " or STATEFP and district or CD119FP)");
    assertThat(compile(Optional.of("ST"), Optional.of("CD"))).isInstanceOf(Compiled.class);
    assertThat(districts().match(new GeoPoint(41.5, -80.5), JANUARY_10).toString())
        .contains("OH-11");
  }

  @Test
  void cornersThatAreNotInDegreesAreAFault() throws IOException {
    Files.writeString(
        folder.resolve("districts/mine_cd117.geojson"),
        BORDERS.replace("ST", "state").replace("CD", "district").replace("-80,", "4507850,"));

    assertThat(faults()).singleElement().asString().contains("not on the earth; we need degrees");
  }

  @Test
  void aMapWithBordersAloneOffersTheWholeStateForAZipCodeAndTheDistrictForAPoint()
      throws IOException {
    Files.writeString(
        folder.resolve("districts/cd117.geojson"),
        BORDERS.replace("ST", "state").replace("CD", "district"));
    inputs.delete("zip/zip_cd117.csv");
    Districts districts = compiled();

    var answer = (Ambiguous) districts.match("44113", "", "US", JANUARY_10);
    assertThat(answer.candidates())
        .extracting(Candidate::seat)
        .containsExactly(Seat.house("OH", 9), Seat.house("OH", 11));
    assertThat(districts.match(new GeoPoint(41.5, -80.5), JANUARY_10).toString()).contains("OH-11");
    assertThat(districts.seats(JANUARY_10)).contains(Seat.house("OH", 9), Seat.house("OH", 11));
  }

  @Test
  void presidentsAreCheckedThoughNoneIsKept() throws IOException {
    Path file = folder.resolve("legislators/executive.yaml");
    String text =
        """
        - name:
            last: Biden
          terms:
          - type: prez
            start: '2021-01-20'
            end: '2025-01-20'
        """;
    Files.writeString(file, text);
    assertThat(((Compiled) inputs.compile(out, "s")).contents())
        .contains("1 terms of Presidents and Vice Presidents: checked, none kept");

    Files.writeString(file, text.replace("prez", "king"));
    assertThat(faults())
        .containsExactly("legislators/executive.yaml: Biden: a term needs type prez or viceprez");
  }

  @Test
  void aYamlFileCutInALineIsNotTakenForAWholeOne() throws IOException {
    Path file = folder.resolve("legislators/legislators-current.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - "ocrat\n".length()));

    assertThat(faults())
        .containsExactly(
            "legislators/legislators-current.yaml: its last line has no end: it is cut short, or"
                + " lacks a line break");
  }

  @Test
  void twoPersonsOnOneSeatAreAFault() throws IOException {
    inputs.replace("legislators/legislators-historical.yaml", "2021-03-10", "2023-01-03");
    inputs.replace(
        "legislators/legislators-current.yaml",
        "start: '2021-01-03'\n    end: '2023-01-03'\n    state: OH\n    district: 9",
        "start: '2021-11-04'\n    end: '2023-01-03'\n    state: OH\n    district: 11");

    assertThat(faults())
        .contains(
            "legislators: F000455: holds OH-11 until 2023-01-03, but K000009 does from 2021-11-04;"
                + " legislators-historical.yaml has last days");
  }

  @Test
  void onePersonOnTwoSeatsAtOnceIsAFault() throws IOException {
    inputs.replace(
        "legislators/legislators-current.yaml",
        "  - type: rep\n    start: '1983-01-03'\n    end: '1985-01-03'\n    state: OH\n    district: 9",
        "  - type: rep\n    start: '2020-01-03'\n    end: '2022-01-03'\n    state: OH\n    district: 11");

    assertThat(faults())
        .anyMatch(fault -> fault.startsWith("legislators: K000009: holds OH-11 until 2022-01-03"));
  }

  @Test
  void aMapWithoutADistrictThatSomebodyHoldsIsAFault() throws IOException {
    inputs.replace("zip/zip_cd117.csv", "44107,OH,9,1.00,CPV\n", "");
    inputs.replace("zip/zip_cd117.csv", "44109,OH,9,0.57,CPV\n", "");

    assertThat(faults())
        .contains(
            "map of the 117th Congress: no district OH-09",
            "map of the 117th Congress: no district OH-09, which K000009 holds");
  }

  @Test
  void aMapWithoutAStateIsAFault() throws IOException {
    inputs.replace("legislators/addendum-sample.yaml", "state: OH", "state: IN");

    assertThat(faults()).contains("map of the 117th Congress: no district of IN");
  }

  @Test
  void aDistrictNobodyEverHeldIsAFault() throws IOException {
    inputs.replace("zip/zip_cd117.csv", "44137,OH,11", "44137,OH,16");

    assertThat(faults()).contains("map of the 117th Congress: nobody ever held OH-16");
  }

  @Test
  void vacantSeatsOfTheDayAreNamed() throws IOException {
    inputs.replace("legislators/legislators-historical.yaml", "2021-03-10", "2021-01-09");

    assertThat(((Compiled) inputs.compile(out, "s")).notes())
        .contains("vacant seats on 2021-01-10: OH-11, OH-S3");
  }

  private void census(String text) throws IOException {
    inputs.delete("zip/zip_cd117.csv");
    Files.writeString(folder.resolve("zip/tab20_cd11720_zcta520_natl.txt"), text);
  }

  private List<String> faults() throws IOException {
    return ((Faulty) inputs.compile(out, "s")).faults();
  }

  private Outcome compile(Optional<String> state, Optional<String> district) throws IOException {
    return ReleaseCompiler.compile(
        new ReleaseInputs(List.of(folder), "s", state, district), out, JANUARY_10);
  }

  private Districts compiled() throws IOException {
    assertThat(inputs.compile(out, "s")).isInstanceOf(Compiled.class);
    return districts();
  }

  private Districts districts() throws IOException {
    return new Districts(ReleaseReader.read(() -> Files.newInputStream(out)));
  }
}
