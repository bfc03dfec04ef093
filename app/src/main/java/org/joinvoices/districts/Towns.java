package org.joinvoices.districts;

import static java.util.Comparator.comparingDouble;
import static java.util.Map.Entry.comparingByKey;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names of towns by which a person recognises a district. A town belongs to the district that has
 * the largest share of one of its ZIP codes; that is good enough for a hint and for nothing else.
 */
final class Towns {

  private static final int SHOWN = 6;

  private final Places places;
  private final Map<Seat, List<Place>> bySeat;
  private final Map<Seat, List<String>> bySize = new ConcurrentHashMap<>();

  Towns(Places places, DistrictMap map) {
    this.places = places;
    bySeat =
        places.all().stream()
            .filter(Place::area)
            .filter(place -> !map.seats(new Zip(place.zip())).isEmpty())
            .collect(groupingBy(place -> map.seats(new Zip(place.zip())).getFirst()));
  }

  /**
   * Towns that tell one candidate from the others: nearest first, and last the largest of the
   * district, because people know a district by it. Towns of several candidates tell nothing, and
   * so does the town of the ZIP code itself; they are shown only where there is nothing else.
   */
  List<String> telling(Seat seat, List<Seat> candidates, Zip asked) {
    return telling(seat, candidates, places.find(asked));
  }

  /** As above, for each of the candidates around a point. */
  List<Match.Candidate> telling(List<Seat> candidates, GeoPoint around) {
    Place here =
        new Place(
            0,
            "",
            "",
            (int) Math.round(around.lat() * 100),
            (int) Math.round(around.lon() * 100),
            false);
    return candidates.stream()
        .map(seat -> new Match.Candidate(seat, telling(seat, candidates, Optional.of(here))))
        .toList();
  }

  /** Largest first, for each of the districts of a state. */
  List<Match.Candidate> telling(List<Seat> districts) {
    return districts.stream()
        .map(seat -> new Match.Candidate(seat, names(seat, Optional.empty(), name -> true)))
        .toList();
  }

  private List<String> telling(Seat seat, List<Seat> candidates, Optional<Place> home) {
    Set<String> shared = new HashSet<>(sharedNames(seat, candidates));
    home.ifPresent(place -> shared.add(place.city()));
    List<String> telling = names(seat, home, name -> !shared.contains(name));
    return telling.isEmpty() ? names(seat, home, name -> true) : telling;
  }

  private Set<String> sharedNames(Seat seat, List<Seat> candidates) {
    return candidates.stream()
        .filter(other -> !other.equals(seat))
        .flatMap(this::places)
        .map(Place::city)
        .collect(toSet());
  }

  private List<String> names(Seat seat, Optional<Place> home, Predicate<String> wanted) {
    List<String> bySize = bySize(seat, wanted);
    List<String> near =
        home.map(from -> nearest(seat, from, wanted)).orElse(bySize).stream()
            .limit(SHOWN - 1L)
            .toList();
    return Stream.concat(near.stream(), bySize.stream().limit(1)).distinct().toList();
  }

  private List<String> nearest(Seat seat, Place home, Predicate<String> wanted) {
    record Town(String name, double distance) {}
    return places(seat)
        .filter(place -> wanted.test(place.city()))
        .map(place -> new Town(place.city(), home.distanceTo(place)))
        .sorted(comparingDouble(Town::distance))
        .map(Town::name)
        .distinct()
        .toList();
  }

  private List<String> bySize(Seat seat, Predicate<String> wanted) {
    return bySize.computeIfAbsent(seat, this::bySize).stream().filter(wanted).toList();
  }

  /** A town with more ZIP codes is larger. */
  private List<String> bySize(Seat seat) {
    return places(seat)
        .map(Place::city)
        .collect(groupingBy(name -> name, counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Stream<Place> places(Seat seat) {
    return bySeat.getOrDefault(seat, List.of()).stream();
  }
}
