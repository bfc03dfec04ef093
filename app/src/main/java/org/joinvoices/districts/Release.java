package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All civic facts of one data release: who, where, when, and where the facts are from.
 *
 * @param ocdIds Open Civic Data id of each House seat that ever was
 */
record Release(
    Header header,
    SortedMap<Seat, String> ocdIds,
    Roster roster,
    Places places,
    List<DistrictMap> maps) {

  Release {
    ocdIds = Collections.unmodifiableSortedMap(new TreeMap<>(ocdIds));
    maps = List.copyOf(maps);
  }

  /**
   * @param name for example {@code 2026.11-3}, kept with every answer
   * @param from first day that any map covers
   * @param until first day that no map covers any more
   * @param notes what a reader must know, for example which map is missing
   * @param credits whom licences ask to name wherever the data is used
   */
  record Header(
      String name,
      LocalDate from,
      LocalDate until,
      List<String> notes,
      List<Source> sources,
      List<String> credits) {
    Header {
      notes = List.copyOf(notes);
      sources = List.copyOf(sources);
      credits = List.copyOf(credits);
    }
  }

  /** An input file, what it was made from, and under which licence. */
  record Source(String file, String sha256, String licence, String provenance) {}

  /**
   * A senator's seat has the id of the state, and so has everything in an id before the district.
   */
  Optional<String> findOcdId(Seat seat) {
    return seat.isSenate()
        ? ocdIds.entrySet().stream()
            .filter(id -> id.getKey().state().equals(seat.state()))
            .map(id -> id.getValue().substring(0, id.getValue().lastIndexOf('/')))
            .findFirst()
        : Optional.ofNullable(ocdIds.get(seat));
  }

  /**
   * States a ZIP code lies in, under any map, since they have kept their borders; its own first.
   */
  Set<String> statesOf(Place place) {
    return Stream.concat(
            Stream.of(place.state()),
            maps.stream().flatMap(map -> map.seats(new Zip(place.zip())).stream()).map(Seat::state))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Optional<DistrictMap> mapOn(LocalDate day) {
    return maps.stream().filter(map -> map.covers(day)).findFirst();
  }
}
