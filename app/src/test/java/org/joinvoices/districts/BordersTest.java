package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.joinvoices.districts.Borders.Near;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Two sample districts side by side: west from 0 to 1 degree, east from 1 to 2, 1 degree high. */
class BordersTest {

  private static final Seat WEST = Seat.house("OH", 1);
  private static final Seat EAST = Seat.house("OH", 2);

  private static final double METRES_PER_DEGREE = 111_195;

  private final Borders borders =
      new Borders(
          List.of(
              arc(List.of(WEST), 1, 1, 0, 1, 0, 0, 1, 0),
              arc(List.of(WEST, EAST), 1, 0, 1, 1),
              arc(List.of(EAST), 1, 0, 2, 0, 2, 1, 1, 1)));

  @Test
  void aPointLiesInTheDistrictThatIsAroundIt() {
    assertThat(inside(0.5, 0.5)).containsExactly(WEST);
    assertThat(inside(0.5, 1.5)).containsExactly(EAST);
    assertThat(inside(0.5, 2.5)).isEmpty();
    assertThat(inside(1.5, 0.5)).isEmpty();
    assertThat(inside(-60, 0.5)).isEmpty();
  }

  @Test
  void neighboursAgreeOnTheirBorderToTheLastUnit() {
    for (int step = -3; step <= 3; step++) {
      assertThat(inside(0.5, 1 + step * 1e-6)).as("step %d", step).hasSize(1);
    }
  }

  @Test
  void aRayThroughCornersCountsThemOnce() {
    assertThat(inside(0, 0.5).size() + inside(1, 0.5).size()).as("half open").isEqualTo(1);
  }

  @Test
  void bordersAreNearInMetres() {
    double degrees = 100 / METRES_PER_DEGREE;

    List<Near> near = borders.near(new GeoPoint(0.5, 1 - degrees), 150);

    assertThat(near).extracting(Near::seat).containsExactlyInAnyOrder(WEST, EAST);
    assertThat(near.getFirst().metres()).isCloseTo(100, within(1.0));
    assertThat(borders.near(new GeoPoint(0.5, 1 - 2 * degrees), 150)).isEmpty();
  }

  @Test
  void aMapThatOverlapsNamesBoth() {
    var overlapping =
        new Borders(
            List.of(
                arc(List.of(WEST), 0, 0, 1, 0, 1, 1, 0, 1, 0, 0),
                arc(List.of(EAST), 0.9, 0, 2, 0, 2, 1, 0.9, 1, 0.9, 0)));

    assertThat(overlapping.inside(new GeoPoint(0.5, 0.95))).containsExactly(WEST, EAST);
    assertThat(overlapping.inside(new GeoPoint(0.5, 0.5))).containsExactly(WEST);
  }

  /** Around corners of real borders, where rays meet corners and islands. */
  @Test
  void agreesWithAnotherMethodOnTheMapInForce() {
    List<Arc> arcs = BuiltIn.RELEASE.maps().getLast().arcs();
    var real = new Borders(arcs);
    var random = new Random(119);
    for (int i = 0; i < 60; i++) {
      Arc arc = arcs.get(random.nextInt(arcs.size()));
      int corner = random.nextInt(arc.size());
      int lon = arc.lon(corner) + random.nextInt(-20_000, 20_000);
      int lat = arc.lat(corner) + (i % 3 == 0 ? 0 : random.nextInt(-20_000, 20_000));

      var point = new GeoPoint((double) lat / Arc.UNITS, (double) lon / Arc.UNITS);
      assertThat(real.inside(point)).isEqualTo(counted(arcs, real.seats(), lon, lat));
    }
  }

  private static List<Seat> counted(List<Arc> arcs, List<Seat> seats, int lon, int lat) {
    return seats.stream()
        .filter(
            seat -> {
              var counter = new RayCrossingCounter(new Coordinate(lon, lat));
              arcs.stream()
                  .filter(arc -> arc.sides().contains(seat))
                  .forEach(a -> count(a, counter));
              return counter.getLocation() == Location.INTERIOR;
            })
        .toList();
  }

  private static void count(Arc arc, RayCrossingCounter counter) {
    for (int i = 1; i < arc.size(); i++) {
      counter.countSegment(
          new Coordinate(arc.lon(i - 1), arc.lat(i - 1)), new Coordinate(arc.lon(i), arc.lat(i)));
    }
  }

  private List<Seat> inside(double lat, double lon) {
    return borders.inside(new GeoPoint(lat, lon));
  }

  /** Of degrees east and north in turn. */
  private static Arc arc(List<Seat> sides, double... degrees) {
    int[] units = new int[degrees.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = (int) Math.round(degrees[i] * Arc.UNITS);
    }
    return new Arc(sides, units);
  }
}
