package org.joinvoices.districts;

import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Sketches of districts of one map. Those that were drawn lately are kept, and so are borders. */
final class Sketches {

  /** Of about 10 kB each. */
  private static final long KNOWN = 500;

  /** Reading all borders takes longer than drawing; between crowds they need not fill memory. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** More would be a blur, and long to load. */
  private static final int MOST = 60;

  private record Asked(List<Seat> seats, Optional<Zip> around) {}

  private final Places places;
  private final DistrictMap map;
  private final Cache<Asked, Optional<Sketch>> known =
      Caffeine.newBuilder().maximumSize(KNOWN).build();
  private final LoadingCache<String, List<Arc>> borders;

  Sketches(Places places, DistrictMap map) {
    this.places = places;
    this.map = map;
    this.borders = Caffeine.newBuilder().expireAfterAccess(IDLE).build(_ -> map.arcs());
  }

  /**
   * @param around a ZIP code to show the surroundings of, or empty for the whole of the districts
   */
  Optional<Sketch> of(List<Seat> seats, Optional<Zip> around) {
    return known.get(
        new Asked(List.copyOf(seats), around),
        asked -> draw(seats, around.flatMap(places::find).map(Place::point)));
  }

  /** As above around a point, which is not kept. */
  Optional<Sketch> around(GeoPoint point, List<Seat> seats) {
    return draw(seats, Optional.of(point));
  }

  private Optional<Sketch> draw(List<Seat> seats, Optional<GeoPoint> around) {
    if (seats.isEmpty() || seats.size() > MOST) {
      return Optional.empty();
    }
    List<Arc> near =
        borders.get("").stream()
            .filter(arc -> arc.sides().stream().anyMatch(seats::contains))
            .toList();
    Map<Seat, Geometry> outlines = Outlines.of(near, seats::contains);
    if (outlines.size() < Set.copyOf(seats).size()) {
      return Optional.empty();
    }
    Map<Seat, Geometry> ordered = new LinkedHashMap<>();
    seats.forEach(seat -> ordered.put(seat, outlines.get(seat)));
    return Optional.of(new Sketcher(ordered, beside(seats, near), towns(seats), around).sketch());
  }

  /** Around a single district, so that it does not lie in a void. */
  private Map<Seat, Geometry> beside(List<Seat> seats, List<Arc> near) {
    if (seats.size() > 1) {
      return Map.of();
    }
    Set<Seat> beside =
        near.stream()
            .flatMap(arc -> arc.sides().stream())
            .filter(seat -> !seats.contains(seat))
            .collect(toSet());
    return Outlines.of(
        borders.get("").stream()
            .filter(arc -> arc.sides().stream().anyMatch(beside::contains))
            .toList(),
        beside::contains);
  }

  private List<Place> towns(List<Seat> seats) {
    return places.all().stream()
        .filter(place -> place.area() && !place.isPost())
        .filter(place -> map.seats(new Zip(place.zip())).stream().anyMatch(seats::contains))
        .toList();
  }
}
