package org.joinvoices.districts;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joinvoices.districts.Sketch.Area;
import org.joinvoices.districts.Sketch.Spot;
import org.joinvoices.districts.Sketch.Town;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Draws a {@link Sketch}: cuts outlines to what is shown, and leaves out corners that no eye would
 * miss, the same ones on both sides of a border.
 */
final class Sketcher {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Most characters of all outlines together; a page carries them. */
  private static final int LONGEST = 9_000;

  /** Corners whose triangles with their neighbours have less than the square of it are left out. */
  private static final double FINEST = 12;

  /** Lowest and highest map, as parts of its width. */
  private static final double LOW = 0.55;

  private static final double HIGH = 1.2;

  /** What is shown beyond the outlines, as a part of their size. */
  private static final double MARGIN = 0.04;

  /** Islands smaller than this part of their district do not widen the map. */
  private static final double SMALL = 0.0005;

  /** Around a point the map shows this many of the nearest ZIP codes, */
  private static final int NEAREST = 24;

  /** and this much more than what is needed to see every district. */
  private static final double BEYOND = 1.5;

  private static final int MOST_TOWNS = 10;
  private static final int LETTER = 62;
  private static final int LINE = 150;

  private final Map<Seat, Geometry> outlines;
  private final Map<Seat, Geometry> beside;
  private final List<Place> places;
  private final Optional<Coordinate> here;
  private final Plane plane;
  private final Envelope window;

  /** Degrees as a plane, on which a degree is as long to the east as to the north. */
  private record Plane(double shrink, boolean pacific) {

    static Plane of(Map<Seat, Geometry> outlines) {
      Envelope all = new Envelope();
      outlines.values().forEach(one -> all.expandToInclude(one.getEnvelopeInternal()));
      boolean pacific = all.getWidth() > 180;
      return new Plane(Math.cos(Math.toRadians(all.centre().y)), pacific);
    }

    /** Alaska goes on beyond 180 degrees west. */
    Coordinate at(double lon, double lat) {
      return new Coordinate((pacific && lon > 0 ? lon - 360 : lon) * shrink, -lat);
    }

    Coordinate at(Place place) {
      return at(place.lng() / 100.0, place.lat() / 100.0);
    }

    Geometry of(Geometry degrees) {
      Geometry flat = degrees.copy();
      flat.apply((Coordinate corner) -> corner.setCoordinate(at(corner.x, corner.y)));
      flat.geometryChanged();
      return flat;
    }
  }

  /**
   * @param outlines of the districts to show, in degrees, in the order to show them
   * @param beside of those around, which are drawn without names
   * @param places of the districts to show
   * @param here a point to mark; of several districts its surroundings are shown, else the whole
   */
  Sketcher(
      Map<Seat, Geometry> outlines,
      Map<Seat, Geometry> beside,
      List<Place> places,
      Optional<GeoPoint> here) {
    this.plane = Plane.of(outlines);
    this.outlines = flat(outlines);
    this.beside = flat(beside);
    this.places = places;
    this.here = here.map(point -> plane.at(point.lon(), point.lat()));
    this.window = window();
  }

  private Map<Seat, Geometry> flat(Map<Seat, Geometry> degrees) {
    Map<Seat, Geometry> flat = new LinkedHashMap<>();
    degrees.forEach((seat, outline) -> flat.put(seat, plane.of(outline)));
    return flat;
  }

  /** What is shown, in degrees of the plane. */
  private Envelope window() {
    Envelope whole = new Envelope();
    outlines.values().forEach(outline -> whole.expandToInclude(mainParts(outline)));
    whole.expandBy(MARGIN * Math.max(whole.getWidth(), whole.getHeight()));
    Envelope shown = here.map(this::around).map(near -> near.intersection(whole)).orElse(whole);
    return shaped(outlines.size() == 1 || shown.isNull() ? whole : shown);
  }

  private static Envelope mainParts(Geometry outline) {
    Envelope parts = new Envelope();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      if (outline.getGeometryN(i).getArea() >= SMALL * outline.getArea()) {
        parts.expandToInclude(outline.getGeometryN(i).getEnvelopeInternal());
      }
    }
    return parts;
  }

  private Envelope around(Coordinate centre) {
    Geometry point = GEOMETRY.createPoint(centre);
    double toDistricts =
        outlines.values().stream().mapToDouble(point::distance).max().orElse(0) * BEYOND;
    double toTowns =
        places.stream()
            .mapToDouble(place -> plane.at(place).distance(centre))
            .sorted()
            .limit(NEAREST)
            .max()
            .orElse(0);
    double reach = Math.max(toDistricts, toTowns);
    Envelope around = new Envelope(centre);
    around.expandBy(reach / LOW / 1.3, reach);
    return around;
  }

  private static Envelope shaped(Envelope shown) {
    Envelope shaped = new Envelope(shown);
    double height = Math.max(shown.getHeight(), LOW * shown.getWidth());
    double width = Math.max(shown.getWidth(), height / HIGH);
    shaped.expandBy((width - shown.getWidth()) / 2, (height - shown.getHeight()) / 2);
    return shaped;
  }

  Sketch sketch() {
    List<Geometry> shown = Stream.concat(cut(outlines), cut(beside)).toList();
    for (double finest = FINEST; ; finest *= 1.5) {
      List<Geometry> simple =
          List.of(CoverageSimplifier.simplify(shown.toArray(Geometry[]::new), finest));
      List<String> paths = simple.stream().map(Sketcher::path).toList();
      if (paths.stream().mapToInt(String::length).sum() <= LONGEST || finest > 200) {
        return sketch(simple, paths);
      }
    }
  }

  /** The part of each that is shown and a little more, in units of the sketch. */
  private Stream<Geometry> cut(Map<Seat, Geometry> outlines) {
    Envelope more = new Envelope(window);
    more.expandBy(window.getWidth() / 100);
    Geometry frame = GEOMETRY.toGeometry(more);
    return outlines.values().stream()
        .map(
            outline ->
                more.contains(outline.getEnvelopeInternal())
                    ? outline
                    : OverlayNGRobust.overlay(outline, frame, OverlayNG.INTERSECTION))
        .map(this::inUnits);
  }

  /** A copy, because what was cut off may have corners in common with the rest. */
  private Geometry inUnits(Geometry flat) {
    Geometry units = flat.copy();
    units.apply((Coordinate corner) -> corner.setCoordinate(unit(corner)));
    units.geometryChanged();
    return units;
  }

  private Coordinate unit(Coordinate flat) {
    double scale = Sketch.WIDTH / window.getWidth();
    return new Coordinate((flat.x - window.getMinX()) * scale, (flat.y - window.getMinY()) * scale);
  }

  private Spot spot(Coordinate flat) {
    Coordinate unit = unit(flat);
    return new Spot((int) Math.round(unit.x), (int) Math.round(unit.y));
  }

  private Sketch sketch(List<Geometry> simple, List<String> paths) {
    List<Seat> seats = List.copyOf(outlines.keySet());
    boolean states = seats.stream().map(Seat::state).distinct().count() > 1;
    List<Area> areas =
        IntStream.range(0, seats.size())
            .mapToObj(
                i ->
                    new Area(
                        seats.get(i),
                        i + 1,
                        paths.get(i),
                        name(seats.get(i), states),
                        middle(simple.get(i)),
                        false))
            .toList();
    return new Sketch(
        height(),
        fitted(areas),
        String.join("", paths.subList(seats.size(), paths.size())),
        towns(areas),
        here.map(this::spot));
  }

  private int height() {
    return (int) Math.round(Sketch.WIDTH * window.getHeight() / window.getWidth());
  }

  /** In a crowd the larger keep their names; the list beside the map has them all. */
  private static List<Area> fitted(List<Area> areas) {
    List<Envelope> taken = new ArrayList<>();
    return areas.stream()
        .map(
            area -> {
              Envelope box = box(area.middle(), -LINE, LINE);
              boolean roomy = taken.stream().noneMatch(box::intersects);
              taken.add(roomy ? box : new Envelope());
              return new Area(
                  area.seat(), area.number(), area.path(), area.name(), area.middle(), roomy);
            })
        .toList();
  }

  private static String name(Seat seat, boolean states) {
    if (seat.number() == 0) {
      return seat.state();
    }
    return (states ? seat.state() + " " : "") + seat.number();
  }

  /** Where there is most room within. */
  private static Spot middle(Geometry area) {
    if (area.isEmpty()) {
      return new Spot(-Sketch.WIDTH, 0);
    }
    Coordinate middle = MaximumInscribedCircle.getCenter(area, FINEST).getCoordinate();
    return new Spot((int) Math.round(middle.x), (int) Math.round(middle.y));
  }

  private static String path(Geometry area) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon part) {
        ring(part.getExteriorRing(), path);
        for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
          ring(part.getInteriorRingN(hole), path);
        }
      }
    }
    return path.toString();
  }

  private static void ring(LinearRing ring, StringBuilder path) {
    if (ring.getEnvelopeInternal().getDiameter() < 2 * FINEST) {
      return;
    }
    long x = Math.round(ring.getCoordinateN(0).x);
    long y = Math.round(ring.getCoordinateN(0).y);
    path.append('M').append(x).append(' ').append(y).append('l');
    for (int i = 1; i < ring.getNumPoints() - 1; i++) {
      long east = Math.round(ring.getCoordinateN(i).x) - x;
      long south = Math.round(ring.getCoordinateN(i).y) - y;
      path.append(i == 1 || east < 0 ? "" : " ").append(east);
      path.append(south < 0 ? "" : " ").append(south);
      x += east;
      y += south;
    }
    path.append('z');
  }

  /** The largest first, as far as their names have room. */
  private List<Town> towns(List<Area> areas) {
    List<Envelope> taken = new ArrayList<>();
    areas.forEach(area -> taken.add(box(area.middle(), -LINE, LINE)));
    here.ifPresent(point -> taken.add(box(spot(point), -LINE / 2, LINE / 2)));
    List<Town> towns = new ArrayList<>();
    places.stream()
        .collect(groupingBy(place -> place.city() + ", " + place.state()))
        .values()
        .stream()
        .sorted(
            comparingInt((List<Place> town) -> town.size())
                .reversed()
                .thenComparing(town -> town.getFirst().city()))
        .map(town -> new Town(town.getFirst().city(), spot(middle(town)), false))
        .forEach(
            town -> {
              if (towns.size() < MOST_TOWNS) {
                placed(town, taken).ifPresent(towns::add);
              }
            });
    return towns;
  }

  private Coordinate middle(List<Place> town) {
    return new Coordinate(
        town.stream().mapToDouble(place -> plane.at(place).x).average().orElseThrow(),
        town.stream().mapToDouble(place -> plane.at(place).y).average().orElseThrow());
  }

  private Optional<Town> placed(Town town, List<Envelope> taken) {
    Envelope whole = new Envelope(40, Sketch.WIDTH - 40.0, 40, height() - 40.0);
    int length = town.name().length() * LETTER + LINE;
    for (boolean before : new boolean[] {false, true}) {
      Envelope box =
          before ? box(town.spot(), -length, LINE / 3) : box(town.spot(), -LINE / 3, length);
      if (whole.contains(box) && taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        return Optional.of(new Town(town.name(), town.spot(), before));
      }
    }
    return Optional.empty();
  }

  private static Envelope box(Spot spot, int west, int east) {
    return new Envelope(
        spot.x() + west, (double) spot.x() + east, spot.y() - LINE / 2.0, spot.y() + LINE / 2.0);
  }
}
