package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joinvoices.districts.Borders.Near;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** What holds for any point on the map of the day, asked of the borders that ship. */
class BordersProperties {

  private static final DistrictMap MAP = BuiltIn.RELEASE.maps().getLast();
  private static final Borders BORDERS = new Borders(MAP.arcs());
  private static final Map<Seat, Geometry> OUTLINES = Outlines.of(MAP.arcs());
  private static final Map<Seat, IndexedPointInAreaLocator> POLYGONS =
      OUTLINES.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, outline -> new IndexedPointInAreaLocator(outline.getValue())));

  /** Where published outlines overlap or gape, they do so by less. */
  private static final double DRAWN_METRES = 50;

  /** Polygons are another way to the same answer: JTS makes and asks them. */
  @Property(tries = 4_000)
  void aPointLiesInTheDistrictWhosePolygonHoldsIt(@ForAll("pointsAroundADistrict") GeoPoint point) {
    List<Seat> polygons =
        POLYGONS.entrySet().stream()
            .filter(
                polygon ->
                    polygon.getValue().locate(new Coordinate(point.lon(), point.lat()))
                        == Location.INTERIOR)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();

    if (!polygons.equals(BORDERS.inside(point))) {
      assertThat(BORDERS.near(point, DRAWN_METRES)).as("they differ at a border only").isNotEmpty();
    }
  }

  /** So nobody lives in two districts, nor between two, for how a border was drawn. */
  @Property(tries = 4_000)
  void neighboursShareTheirBorder(@ForAll("pointsAroundADistrict") GeoPoint point) {
    if (BORDERS.inside(point).size() > 1) {
      assertThat(BORDERS.near(point, DRAWN_METRES)).isNotEmpty();
    }
  }

  @Property(tries = 2_000)
  void whatIsNearIsSortedAndWithinTheDistance(@ForAll("pointsAroundADistrict") GeoPoint point) {
    List<Near> near = BORDERS.near(point, PointMatcher.OFF_SHORE_METRES);

    assertThat(near).extracting(Near::metres).isSorted();
    assertThat(near).allMatch(one -> one.metres() <= PointMatcher.OFF_SHORE_METRES);
    assertThat(near).extracting(Near::seat).doesNotHaveDuplicates();
  }

  /** Within what is around a district, so that neighbours, coasts and islands are met as well. */
  @Provide
  Arbitrary<GeoPoint> pointsAroundADistrict() {
    return Arbitraries.of(OUTLINES.values())
        .flatMap(
            outline -> {
              var around = outline.getEnvelopeInternal();
              return Combinators.combine(
                      Arbitraries.doubles().between(around.getMinY(), around.getMaxY()).ofScale(9),
                      Arbitraries.doubles().between(around.getMinX(), around.getMaxX()).ofScale(9))
                  .as(GeoPoint::new);
            });
  }
}
