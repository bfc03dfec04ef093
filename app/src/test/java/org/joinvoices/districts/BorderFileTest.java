package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joinvoices.districts.ReleaseCompiler.Compiled;
import org.joinvoices.districts.ReleaseCompiler.Faulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines of two sample districts, as the Census Bureau or others would publish them. */
class BorderFileTest {

  private static final LocalDate JANUARY_10 = LocalDate.of(2021, 1, 10);

  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","properties":{"state":"OH","district":9},"geometry":{"type":"Polygon",
        "coordinates":[[[-82,41],[-81,41],[-81,42],[-82,42],[-82,41]]]}},
       {"type":"Feature","properties":{"STATEFP":"39","CD116FP":"11"},"geometry":{"type":"MultiPolygon",
        "coordinates":[[[[-81,41],[-80,41],[-80,42],[-81,42],[-81,41]],
                        [[-80.6,41.4],[-80.4,41.4],[-80.4,41.6],[-80.6,41.6],[-80.6,41.4]]]]}},
       {"type":"Feature","properties":{"STATEFP":"39","CD116FP":"ZZ"},"geometry":{"type":"Polygon",
        "coordinates":[[[-82,42],[-81,42],[-81,43],[-82,43],[-82,42]]]}}]}
      """;

  /** The same, with the border between both once, forwards and backwards. */
  private static final String TOPOJSON =
      """
      {"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-82,41]},
       "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,10],[10,0],[0,-10],[-10,0]],
               [[14,4],[2,0],[0,2],[-2,0],[0,-2]]],
       "objects":{"sample":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","properties":{"state":"OH","district":"09"},"arcs":[[0,1]]},
        {"type":"Polygon","properties":{"state":"OH","district":"11"},"arcs":[[-1,-3],[3]]}]}}}
      """;

  private final SampleInputs inputs;
  private final Path out;

  BorderFileTest(@TempDir Path temp) throws IOException, URISyntaxException {
    inputs =
        SampleInputs.copyTo(temp.resolve("in"))
            .replace(
                "districts/map_periods.csv",
                "cd117,117,2021-01-03,2023-01-03,,sample",
                "cd117,117,2021-01-03,2023-01-03,sample.json,sample");
    out = temp.resolve("sample.release.gz");
  }

  @Test
  void geoJsonAnswersPoints() throws IOException {
    answers(compiled(GEOJSON));
  }

  @Test
  void topoJsonAnswersPointsAlike() throws IOException {
    answers(compiled(TOPOJSON));
  }

  private static void answers(Districts districts) {
    assertThat(seats(districts, 41.55, -81.5)).startsWith("OH-09");
    assertThat(seats(districts, 41.55, -80.7)).startsWith("OH-11");
    assertThat(districts.match(new GeoPoint(41.5, -80.5), JANUARY_10).toString())
        .as("in the hole, far from its edge")
        .contains("OUTSIDE_DISTRICTS");
    assertThat(districts.match(new GeoPoint(42.5, -81.5), JANUARY_10).toString())
        .as("water")
        .contains("OUTSIDE_DISTRICTS");
  }

  @Test
  void whatTwoDistrictsShareIsOneBorder() throws IOException {
    write(GEOJSON);
    inputs.compile(out, "s");

    assertThat(ReleaseReader.read(() -> Files.newInputStream(out)).maps().getFirst().arcs())
        .extracting(Arc::sides)
        .filteredOn(sides -> sides.size() == 2)
        .containsExactly(List.of(Seat.house("OH", 9), Seat.house("OH", 11)));
  }

  @Test
  void everyFaultIsNamedAndNothingIsWritten() throws IOException {
    assertThat(faults("{")).singleElement().asString().contains("sample.json: not JSON");
    assertThat(faults("{}")).singleElement().asString().contains("neither a GeoJSON");
    assertThat(faults(GEOJSON.replace("\"district\":9", "\"district\":77")))
        .singleElement()
        .asString()
        .contains("there is no district OH-77");
    assertThat(faults(GEOJSON.replace("\"district\":9", "\"number\":9")))
        .singleElement()
        .asString()
        .contains("feature 1 does not say its state and district");
    assertThat(faults(GEOJSON.replace("[-82,41]]]}", "[-82,41.5]]]}")))
        .singleElement()
        .asString()
        .contains("OH-09 has a ring that is not closed");
    assertThat(faults(GEOJSON.replace("CD116FP\":\"11", "CD116FP\":\"ZZ")))
        .containsExactly("districts/sample.json: no outline of OH-11");
    assertThat(out).doesNotExist();
  }

  private Districts compiled(String borders) throws IOException {
    write(borders);
    assertThat(inputs.compile(out, "s")).isInstanceOf(Compiled.class);
    return new Districts(ReleaseReader.read(() -> Files.newInputStream(out)));
  }

  private List<String> faults(String borders) throws IOException {
    write(borders);
    return ((Faulty) inputs.compile(out, "s")).faults();
  }

  private void write(String borders) {
    try {
      Files.writeString(inputs.directory().resolve("districts/sample.json"), borders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String seats(Districts districts, double lat, double lon) {
    return ((Match.Matched) districts.match(new GeoPoint(lat, lon), JANUARY_10))
        .seats()
        .getFirst()
        .value();
  }
}
