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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;

/** Sketches of districts of one map. Those that were drawn lately are kept, and so are borders. */
final class Sketches {

  /** Of about 10 kB each. */
  private static final long KNOWN = 500;

  /** Reading all borders takes longer than drawing; between crowds they need not fill memory. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** More would be a blur, and long to load. */
  private static final int MOST = 60;

  /** How long a page waits for its map while another is drawn. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** One for all maps of all releases. */
  private static final Semaphore DRAWING = new Semaphore(1);

  private record Asked(List<Seat> seats, Optional<Zip> around) {}

  private final Places places;
  private final DistrictMap map;
  private final Cache<Asked, Sketch> known = Caffeine.newBuilder().maximumSize(KNOWN).build();
  private final LoadingCache<String, List<Arc>> borders;
  private final Semaphore turns;

  Sketches(Places places, DistrictMap map) {
    this(places, map, DRAWING);
  }

  Sketches(Places places, DistrictMap map, Semaphore turns) {
    this.turns = turns;
    this.places = places;
    this.map = map;
    this.borders = Caffeine.newBuilder().expireAfterAccess(IDLE).build(_ -> map.arcs());
  }

  /**
   * Empty also while so many are drawn that a page had better come without.
   *
   * @param around a ZIP code to show the surroundings of, or empty for the whole of the districts
   */
  Optional<Sketch> of(List<Seat> seats, Optional<Zip> around) {
    var asked = new Asked(List.copyOf(seats), around);
    return Optional.ofNullable(known.getIfPresent(asked))
        .or(
            () -> {
              var drawn = inTurn(seats, around.flatMap(places::find).map(Place::point));
              drawn.ifPresent(sketch -> known.put(asked, sketch));
              return drawn;
            });
  }

  /** As above around a point, which is not kept. */
  Optional<Sketch> around(GeoPoint point, List<Seat> seats) {
    return inTurn(seats, Optional.of(point));
  }

  /** Anybody may ask for any map, and drawing one takes a core: signing must go on beside it. */
  private Optional<Sketch> inTurn(List<Seat> seats, Optional<GeoPoint> around) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return draw(seats, around);
    } finally {
      turns.release();
    }
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
