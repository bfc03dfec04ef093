package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One release, and what is made of it to answer: kept from question to question. */
final class Edition {

  private final Release release;

  /** By Congress, made when first needed: nearly all questions are about one. */
  private final Map<Integer, ZipMatcher> zipMatchers = new ConcurrentHashMap<>();

  private final Map<Integer, Optional<PointMatcher>> pointMatchers = new ConcurrentHashMap<>();
  private final Map<Integer, Towns> towns = new ConcurrentHashMap<>();

  Edition(Release release) {
    this.release = release;
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

  private Optional<PointMatcher> pointMatcher(DistrictMap map) {
    List<Arc> arcs = map.arcs();
    return arcs.isEmpty()
        ? Optional.empty()
        : Optional.of(new PointMatcher(release, new Borders(arcs), towns(map)));
  }

  private Towns towns(DistrictMap map) {
    return towns.computeIfAbsent(map.congress(), _ -> new Towns(release.places(), map));
  }
}
