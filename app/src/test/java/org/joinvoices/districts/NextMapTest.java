package org.joinvoices.districts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joinvoices.districts.DataReleases.Activated;
import org.joinvoices.districts.DataReleases.Prepared;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * 3 January 2027, tried with a made-up map of the 120th Congress: that of the 119th, where Ohio's
 * districts 3 and 11 change numbers and Montana is parted anew along a meridian. A sample; nobody
 * is matched by it.
 */
class NextMapTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate BEFORE = LocalDate.of(2026, 12, 31);
  private static final LocalDate AFTER = LocalDate.of(2027, 1, 10);
  private static final double MERIDIAN = -109;
  private static final GeoPoint CLEVELAND = new GeoPoint(41.4822, -81.6697);
  private static final GeoPoint BILLINGS = new GeoPoint(45.7833, -108.5007);
  private static final GeoPoint LIVINGSTON = new GeoPoint(45.6625, -110.5610);

  private final DataSource database = TestDatabase.fresh();
  private final DataReleases releases = new DataReleases(database, InstantSource.system());
  private final Path folder;

  NextMapTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theNewMapCountsFromItsFirstDayAndOneCanGoBack() throws IOException {
    write();
    Prepared prepared = (Prepared) releases.prepare(ReleaseInputs.of(folder, "sample-120"), TODAY);

    assertThat(prepared.changes())
        .contains(
            "map of the 120th Congress: new, valid 2027-01-03 until 2029-01-03, 441 districts")
        .anyMatch(
            line ->
                line.contains("districts with another border:")
                    && line.endsWith(" MT-01 MT-02 OH-03 OH-11"))
        .anyMatch(line -> line.contains("ZIP codes with other candidates") && line.contains("OH "));
    assertThat(releases.activate(prepared)).isEqualTo(new Activated("sample-120"));

    Districts districts = releases.inUse();
    assertThat(districts.lastDay()).isEqualTo(LocalDate.of(2029, 1, 2));
    assertThat(districts.match(CLEVELAND, BEFORE).toString()).contains("OH-11");
    assertThat(districts.match(CLEVELAND, AFTER).toString()).contains("OH-03");
    assertThat(districts.match("44113", "", "US", BEFORE).toString()).contains("OH-11");
    assertThat(districts.match("44113", "", "US", AFTER).toString())
        .contains("OH-03")
        .doesNotContain("OH-11");
    assertThat(districts.match(BILLINGS, AFTER).toString()).contains("MT-02");
    assertThat(districts.match(LIVINGSTON, AFTER).toString()).contains("MT-01");
    assertThat(districts.seats(AFTER)).hasSize(541);

    releases.use(DataReleases.BUILT_IN);
    assertThat(releases.inUse().match(CLEVELAND, AFTER).toString()).contains("DATE_OUT_OF_RANGE");
    assertThat(releases.inUse().match(CLEVELAND, BEFORE).toString()).contains("OH-11");
  }

  private void write() throws IOException {
    Files.writeString(
        folder.resolve("map_periods.csv"),
        "map,congress,valid_from,valid_to,file,notes\ncd120,120,2027-01-03,,cd120.geojson,sample\n");
    Map<Seat, Geometry> outlines = new TreeMap<>();
    BuiltIn.DISTRICTS.outlines(BEFORE).forEach((seat, of) -> outlines.put(renamed(seat), of));
    partMontana(outlines);
    Files.writeString(
        folder.resolve("cd120.geojson"),
        outlines.entrySet().stream()
            .map(one -> feature(one.getKey(), one.getValue()))
            .collect(joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
    Files.writeString(folder.resolve("zip_cd120.csv"), table());
  }

  private static Seat renamed(Seat seat) {
    return switch (seat.value()) {
      case "OH-03" -> Seat.house("OH", 11);
      case "OH-11" -> Seat.house("OH", 3);
      default -> seat;
    };
  }

  private static void partMontana(Map<Seat, Geometry> outlines) {
    Seat west = Seat.house("MT", 1);
    Seat east = Seat.house("MT", 2);
    Geometry state =
        GeometryFixer.fix(outlines.get(west)).union(GeometryFixer.fix(outlines.get(east)));
    outlines.put(west, state.intersection(box(-120, MERIDIAN)));
    outlines.put(east, state.intersection(box(MERIDIAN, -100)));
  }

  private static Geometry box(double from, double to) {
    return new GeometryFactory().toGeometry(new Envelope(from, to, 40, 50));
  }

  private static String table() {
    return BuiltIn.RELEASE.maps().getLast().table().stream()
        .flatMap(
            row ->
                row.seats().stream()
                    .map(NextMapTest::renamed)
                    .map(seat -> "%s,%s,%d,".formatted(row.zip(), seat.state(), seat.number())))
        .collect(joining("\n", "zip,state,district,share_est\n", "\n"));
  }

  private static String feature(Seat seat, Geometry outline) {
    return "{\"type\":\"Feature\",\"properties\":{\"state\":\"%s\",\"district\":%d},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":%s}}"
        .formatted(
            seat.state(),
            seat.number(),
            IntStream.range(0, outline.getNumGeometries())
                .mapToObj(part -> polygon((Polygon) outline.getGeometryN(part)))
                .toList());
  }

  private static List<String> polygon(Polygon polygon) {
    return IntStream.range(-1, polygon.getNumInteriorRing())
        .mapToObj(
            hole -> ring(hole < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(hole)))
        .toList();
  }

  private static String ring(LinearRing ring) {
    return Arrays.stream(ring.getCoordinates())
        .map(corner -> "[%s,%s]".formatted(corner.x, corner.y))
        .collect(joining(",", "[", "]"));
  }
}
