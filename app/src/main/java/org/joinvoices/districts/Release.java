package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * @param name for example {@code 2026.11-2}, kept with every answer
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

  Optional<DistrictMap> mapOn(LocalDate day) {
    return maps.stream().filter(map -> map.covers(day)).findFirst();
  }
}
