package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joinvoices.districts.Match.Candidate;

/** One release, and what is made of it to answer: kept from question to question. */
final class Edition {

  private final Release release;

  /** By Congress, made when first needed: nearly all questions are about one. */
  private final Map<Integer, ZipMatcher> zipMatchers = new ConcurrentHashMap<>();

  private final Map<Integer, Optional<PointMatcher>> pointMatchers = new ConcurrentHashMap<>();
  private final Map<Integer, Towns> towns = new ConcurrentHashMap<>();
  private final Atlas atlas;

  /** By both Congresses and the state. */
  private final Map<List<Object>, Set<Seat>> unmoved = new ConcurrentHashMap<>();

  Edition(Release release) {
    this.release = release;
    this.atlas = new Atlas(release);
  }

  Release release() {
    return release;
  }

  String name() {
    return release.header().name();
  }

  /** Empty if no map covers the day. */
  Optional<ZipMatcher> zips(LocalDate on) {
    return release
        .mapOn(on)
        .map(
            map ->
                zipMatchers.computeIfAbsent(
                    map.congress(), _ -> new ZipMatcher(release, map, towns(map))));
  }

  /** Empty if no map covers the day, or its borders are not known. */
  Optional<PointMatcher> points(LocalDate on) {
    return release
        .mapOn(on)
        .flatMap(map -> pointMatchers.computeIfAbsent(map.congress(), _ -> pointMatcher(map)));
  }

  Atlas atlas() {
    return atlas;
  }

  /** With towns to know them by; none on a day that no map covers. */
  List<Candidate> districtsOf(String state, LocalDate on) {
    return release
        .mapOn(on)
        .map(map -> towns(map).telling(map.seatsOfState(state)))
        .orElse(List.of());
  }

  private Optional<PointMatcher> pointMatcher(DistrictMap map) {
    List<Arc> arcs = map.arcs();
    return arcs.isEmpty()
        ? Optional.empty()
        : Optional.of(new PointMatcher(release, new Borders(arcs), towns(map)));
  }

  /** False if a map does not cover one of the days, or its borders are not known. */
  boolean isUnmoved(Seat house, LocalDate one, LocalDate other) {
    return release
        .mapOn(one)
        .flatMap(before -> release.mapOn(other).map(after -> isUnmoved(house, before, after)))
        .orElse(false);
  }

  private boolean isUnmoved(Seat house, DistrictMap before, DistrictMap after) {
    List<Object> key = List.of(before.congress(), after.congress(), house.state());
    return unmoved
        .computeIfAbsent(key, _ -> UnmovedDistricts.of(house.state(), before, after))
        .contains(house);
  }

  private Towns towns(DistrictMap map) {
    return towns.computeIfAbsent(map.congress(), _ -> new Towns(release.places(), map));
  }
}
