package org.joinvoices.districts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Makes polygons of borders again. */
final class Outlines {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Outlines() {}

  /** In degrees east and north, by district. */
  static Map<Seat, Geometry> of(List<Arc> arcs) {
    return of(arcs, seat -> true);
  }

  /** As above, of some districts. */
  static Map<Seat, Geometry> of(List<Arc> arcs, Predicate<Seat> wanted) {
    Map<Seat, List<LineString>> lines = new TreeMap<>();
    for (Arc arc : arcs) {
      LineString line = line(arc);
      arc.sides().stream()
          .filter(wanted)
          .forEach(side -> lines.computeIfAbsent(side, _ -> new ArrayList<>()).add(line));
    }
    Map<Seat, Geometry> outlines = new TreeMap<>();
    lines.forEach((seat, around) -> outlines.put(seat, outline(GEOMETRY.buildGeometry(around))));
    return outlines;
  }

  private static Geometry outline(Geometry lines) {
    Geometry outline = polygons(lines);
    // Some published outlines touch or cross themselves, which only shows once they are cut there.
    return outline.isEmpty() ? polygons(lines.union()) : outline;
  }

  private static Geometry polygons(Geometry lines) {
    var polygonizer = new Polygonizer(true);
    polygonizer.add(lines);
    return polygonizer.getGeometry();
  }

  private static LineString line(Arc arc) {
    Coordinate[] corners = new Coordinate[arc.size()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate((double) arc.lon(i) / Arc.UNITS, (double) arc.lat(i) / Arc.UNITS);
    }
    return GEOMETRY.createLineString(corners);
  }
}
