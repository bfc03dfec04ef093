package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on a sample of two districts and four offices. */
class AccuracyReportTest {

  private static final LocalDate TODAY = LocalDate.of(2021, 1, 10);

  /** District 9 lies west of 81 degrees, district 11 east of it. */
  private static final String BORDERS =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","properties":{"state":"OH","district":9},"geometry":{"type":"Polygon",
        "coordinates":[[[-82,41],[-81,41],[-81,42],[-82,42],[-82,41]]]}},
       {"type":"Feature","properties":{"state":"OH","district":11},"geometry":{"type":"Polygon",
        "coordinates":[[[-81,41],[-80,41],[-80,42],[-81,42],[-81,41]]]}}]}
      """;

  private static final String OFFICES =
      """
      - id:
          bioguide: K000009
        offices:
        - {id: K-home, state: OH, zip: '44107', latitude: 41.5, longitude: -81.5}
        - {id: K-border, state: OH, zip: '44109', latitude: 41.5, longitude: -81.0001}
        - {id: K-across, state: OH, zip: '44109', latitude: 41.5, longitude: -80.98}
        - {id: K-ocean, state: OH, zip: '44109', latitude: 40.0, longitude: -40.0}
        - {id: K-unknown, state: OH, zip: '44109'}
      """;

  private final Path folder;
  private final Districts districts;

  AccuracyReportTest(@TempDir Path temp) throws IOException, URISyntaxException {
    folder = Files.createDirectory(temp.resolve("offices"));
    SampleInputs inputs = SampleInputs.copyTo(temp.resolve("in"));
    Files.writeString(inputs.directory().resolve("districts/cd117.geojson"), BORDERS);
    Path out = temp.resolve("sample.gz");
    inputs.compile(out, "sample");
    districts = Districts.read(out);
  }

  @Test
  void everyZipCodeIsCountedByWhatItIsAnswered() throws IOException {
    assertThat(report(Optional.empty()))
        .contains(
            "## ZIP codes alone, release sample",
            "| one district | 3 |",
            "| 2 districts to choose from | 2 |",
            "| military | 1,600 |",
            "| in free association | 1 |",
            "| **one district, of all with any** | 60.0 % |");
  }

  @Test
  void everyOfficeIsMatchedByPointAndByZipCodeAndExceptionsAreExplained() throws IOException {
    Files.writeString(folder.resolve("legislators-district-offices.2021-01-10.yaml"), OFFICES);

    assertThat(report(Optional.of(folder)))
        .contains(
            "## Offices of members, 2021-01-10",
            "| in the member's own district | 1 |",
            "| near a border, own district among those named | 1 |",
            "| elsewhere (listed below) | 2 |",
            "| without coordinates | 1 |",
            "| one district, the right one | 1 |",
            "| several to choose from, the right one among them | 1 |",
            "| K-ocean | OH-09 | in no district | coordinates wrong: outside of every district |")
        .anyMatch(
            line ->
                line.startsWith("| K-across | OH-09 | OH-11 | 1,66")
                    && line.contains("m from its own district, which its ZIP code touches"));
  }

  @Test
  void aFolderWithoutOfficesIsSaidSo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> report(Optional.of(folder)))
        .withMessageStartingWith("no legislators-district-offices*.yaml in ");
  }

  private List<String> report(Optional<Path> of) throws IOException {
    return AccuracyReport.of(districts, of, TODAY);
  }
}
