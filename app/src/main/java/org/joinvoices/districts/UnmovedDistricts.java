package org.joinvoices.districts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which districts of a state lie where they lay on an earlier map. */
final class UnmovedDistricts {

  /** In degrees of latitude, {@link PointMatcher#DOUBT_METRES}: two drawings differ by that. */
  private static final double DOUBT = PointMatcher.DOUBT_METRES / 111_195;

  private UnmovedDistricts() {}

  static Set<Seat> of(String state, DistrictMap before, DistrictMap after) {
    Map<Seat, Geometry> old = outlines(state, before);
    return outlines(state, after).entrySet().stream()
        .filter(
            now -> find(old, now.getKey()).filter(then -> isSame(then, now.getValue())).isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Geometry> find(Map<Seat, Geometry> outlines, Seat seat) {
    return Optional.ofNullable(outlines.get(seat));
  }

  private static Map<Seat, Geometry> outlines(String state, DistrictMap map) {
    List<Arc> arcs =
        map.arcs().stream()
            .filter(arc -> arc.sides().stream().anyMatch(side -> side.state().equals(state)))
            .toList();
    Map<Seat, Geometry> outlines = Outlines.of(arcs);
    // Of its neighbours only the borders they share with it are there.
    outlines.keySet().removeIf(seat -> !seat.state().equals(state));
    return outlines;
  }

  /** Nothing wider than twice the doubt belongs to one of the two alone. */
  private static boolean isSame(Geometry one, Geometry other) {
    Geometry either =
        OverlayNGRobust.overlay(
            GeometryFixer.fix(one), GeometryFixer.fix(other), OverlayNG.SYMDIFFERENCE);
    return either.buffer(-DOUBT).isEmpty();
  }
}
