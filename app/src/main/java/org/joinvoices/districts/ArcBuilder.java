package org.joinvoices.districts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes borders of outlines: an edge that two districts have in common becomes one, and edges in a
 * row with the same districts become one arc.
 */
final class ArcBuilder {

  /** Between two corners, in either direction. */
  private record Edge(long from, long to) {

    static Edge between(Coordinate one, Coordinate other) {
      long a = packed(one);
      long b = packed(other);
      return a < b ? new Edge(a, b) : new Edge(b, a);
    }

    private static long packed(Coordinate corner) {
      return ((long) corner.x << Integer.SIZE) | ((long) corner.y & 0xffff_ffffL);
    }
  }

  private final List<LinearRing> rings = new ArrayList<>();
  private final Map<Edge, List<Seat>> sides = new HashMap<>();

  /**
   * @param outlines coordinates in {@link Arc#UNITS}
   */
  ArcBuilder(SequencedMap<Seat, List<Polygon>> outlines) {
    outlines.forEach(
        (seat, polygons) ->
            polygons.forEach(
                polygon -> {
                  add(seat, polygon.getExteriorRing());
                  for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(seat, polygon.getInteriorRingN(hole));
                  }
                }));
  }

  private void add(Seat seat, LinearRing ring) {
    rings.add(ring);
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Edge edge = edge(ring, i);
      if (edge.from() != edge.to()) {
        sides.merge(edge, List.of(seat), ArcBuilder::together);
      }
    }
  }

  /** Whoever has an edge twice has nothing of it: it only touches itself there. */
  private static List<Seat> together(List<Seat> some, List<Seat> one) {
    List<Seat> both = new ArrayList<>(some);
    if (!both.remove(one.getFirst())) {
      both.addAll(one);
    }
    return List.copyOf(both);
  }

  private static Edge edge(LinearRing ring, int end) {
    return Edge.between(ring.getCoordinateN(end - 1), ring.getCoordinateN(end));
  }

  /** In the order of the outlines. Where more than two overlap, an arc for each two. */
  List<Arc> arcs() {
    List<Arc> arcs = new ArrayList<>();
    Set<Edge> done = new HashSet<>();
    for (LinearRing ring : rings) {
      List<Coordinate> run = new ArrayList<>();
      List<Seat> of = List.of();
      for (int i = 1; i < ring.getNumPoints(); i++) {
        Edge edge = edge(ring, i);
        List<Seat> now = done.add(edge) ? sides.getOrDefault(edge, List.of()) : List.of();
        if (!now.equals(of)) {
          end(run, of, arcs);
          run = new ArrayList<>(List.of(ring.getCoordinateN(i - 1)));
          of = now;
        }
        run.add(ring.getCoordinateN(i));
      }
      end(run, of, arcs);
    }
    return arcs;
  }

  private static void end(List<Coordinate> run, List<Seat> of, List<Arc> arcs) {
    int[] coordinates = new int[2 * run.size()];
    for (int i = 0; i < run.size(); i++) {
      coordinates[2 * i] = (int) run.get(i).x;
      coordinates[2 * i + 1] = (int) run.get(i).y;
    }
    for (int i = 0; i < of.size(); i += 2) {
      arcs.add(new Arc(of.subList(i, Math.min(i + 2, of.size())), coordinates));
    }
  }
}
