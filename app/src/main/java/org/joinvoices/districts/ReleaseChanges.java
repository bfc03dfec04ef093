package org.joinvoices.districts;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a release says differently from an earlier one, in words for people. */
final class ReleaseChanges {

  private final Release before;
  private final Release after;
  private final LocalDate today;

  ReleaseChanges(Release before, Release after, LocalDate today) {
    this.before = before;
    this.after = after;
    this.today = today;
  }

  /** Whether both say the same, wherever it is from. */
  boolean none() {
    return ReleaseWriter.sayTheSame(before, after);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    days().forEach(day -> seats(day, lines));
    int terms = otherTerms();
    if (terms > 0) {
      lines.add("terms changed, of any time: " + terms);
    }
    after.maps().forEach(map -> map(map, lines));
    gone().forEach(congress -> lines.add("map of the %dth Congress: gone".formatted(congress)));
    if (!before.places().all().equals(after.places().all())) {
      lines.add(
          "ZIP codes with towns: %d, were %d"
              .formatted(after.places().all().size(), before.places().all().size()));
    }
    return lines.isEmpty() ? List.of("nothing but dates or notes") : lines;
  }

  /** Today, the day of the newest term, and the first day of every map still to come. */
  private SortedSet<LocalDate> days() {
    var days = new TreeSet<>(Set.of(today));
    Stream.of(before, after)
        .flatMap(release -> release.roster().terms().stream())
        .map(Term::from)
        .max(LocalDate::compareTo)
        .filter(today::isBefore)
        .ifPresent(days::add);
    after.maps().stream().map(DistrictMap::from).filter(today::isBefore).forEach(days::add);
    return days;
  }

  private void seats(LocalDate day, List<String> lines) {
    Set<Seat> seats = new TreeSet<>();
    Stream.of(before, after)
        .map(Districts::new)
        .forEach(districts -> seats.addAll(districts.seats(day)));
    seats.stream()
        .flatMap(seat -> seat(seat, day).stream())
        .map(change -> day + " " + change)
        .forEach(lines::add);
  }

  private Optional<String> seat(Seat seat, LocalDate day) {
    Optional<Officeholder> was = before.roster().holder(seat, day);
    Optional<Officeholder> is = after.roster().holder(seat, day);
    if (was.isEmpty() && is.isEmpty()) {
      return Optional.empty();
    }
    String change = seat(was, is);
    return change.isEmpty() ? Optional.empty() : Optional.of(seat + " " + change);
  }

  private static String seat(Optional<Officeholder> was, Optional<Officeholder> is) {
    if (is.isEmpty()) {
      return "vacated: %s left".formatted(was.orElseThrow().name());
    }
    Officeholder now = is.get();
    if (was.isEmpty()) {
      return "filled: %s (%s) came".formatted(now.name(), now.party());
    }
    if (!was.get().bioguide().equals(now.bioguide())) {
      return "%s left, %s (%s) came".formatted(was.get().name(), now.name(), now.party());
    }
    if (!was.get().party().equals(now.party())) {
      return "%s: party %s, was %s".formatted(now.name(), now.party(), was.get().party());
    }
    if (was.get().provisional() != now.provisional()) {
      return now.name() + (now.provisional() ? " is provisional now" : " is provisional no more");
    }
    return was.get().phone().equals(now.phone()) && was.get().website().equals(now.website())
        ? ""
        : now.name() + ": another phone or website";
  }

  private int otherTerms() {
    var all = new HashSet<>(before.roster().terms());
    return (int) after.roster().terms().stream().filter(term -> !all.contains(term)).count();
  }

  private List<Integer> gone() {
    return before.maps().stream()
        .map(DistrictMap::congress)
        .filter(congress -> after.maps().stream().noneMatch(m -> m.congress() == congress))
        .toList();
  }

  /** A new map is compared with the one before it. */
  private void map(DistrictMap map, List<String> lines) {
    Optional<DistrictMap> same =
        before.maps().stream().filter(one -> one.congress() == map.congress()).findFirst();
    String what = "map of the %dth Congress".formatted(map.congress());
    if (same.isPresent()) {
      DistrictMap old = same.get();
      if (!old.from().equals(map.from()) || !old.until().equals(map.until())) {
        lines.add("%s: valid %s until %s".formatted(what, map.from(), map.until()));
      }
      compare(what, old, map, lines);
    } else {
      lines.add(
          "%s: new, valid %s until %s, %d districts"
              .formatted(what, map.from(), map.until(), map.seats().size()));
      before.maps().stream()
          .filter(one -> one.congress() < map.congress())
          .reduce((_, last) -> last)
          .ifPresent(
              old -> compare(what + " beside the " + old.congress() + "th", old, map, lines));
    }
  }

  private static void compare(String what, DistrictMap old, DistrictMap map, List<String> lines) {
    String there = seats(map.seats().stream().filter(seat -> !old.has(seat)));
    String gone = seats(old.seats().stream().filter(seat -> !map.has(seat)));
    String moved = moved(old, map);
    String zips = zips(old, map);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("new districts", there);
    all.put("districts gone", gone);
    all.put("districts with another border", moved);
    all.put("ZIP codes with other candidates", zips);
    all.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            lines.add("%s, %s: %s".formatted(what, name, value));
          }
        });
  }

  private static String seats(Stream<Seat> seats) {
    return seats.map(Seat::value).collect(joining(" "));
  }

  private static String moved(DistrictMap old, DistrictMap map) {
    Map<Seat, Long> was = shapes(old);
    Map<Seat, Long> is = shapes(map);
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() == is.isEmpty()
          ? ""
          : "borders of all " + (is.isEmpty() ? "gone" : "new");
    }
    return seats(
        map.seats().stream()
            .filter(seat -> old.has(seat) && !Objects.equals(was.get(seat), is.get(seat))));
  }

  /** A sum over all edges of a district, the same however they are cut and in whatever order. */
  private static Map<Seat, Long> shapes(DistrictMap map) {
    Map<Seat, Long> shapes = new HashMap<>();
    for (Arc arc : map.arcs()) {
      long sum = 0;
      for (int i = 1; i < arc.size(); i++) {
        sum += corner(arc, i - 1) * corner(arc, i);
      }
      for (Seat side : arc.sides()) {
        shapes.merge(side, sum, Long::sum);
      }
    }
    return shapes;
  }

  /** Mixed well (the last step of SplitMix64), so that different edges give different products. */
  private static long corner(Arc arc, int number) {
    long z = ((long) arc.lon(number) << Integer.SIZE) ^ (arc.lat(number) & 0xffff_ffffL);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (z ^ (z >>> 31)) | 1;
  }

  private static String zips(DistrictMap old, DistrictMap map) {
    Map<String, Long> byState = new TreeMap<>();
    IntStream.range(0, Zip.COUNT)
        .mapToObj(Zip::new)
        .filter(zip -> !Set.copyOf(old.seats(zip)).equals(Set.copyOf(map.seats(zip))))
        .forEach(
            zip -> {
              List<Seat> seats = map.seats(zip).isEmpty() ? old.seats(zip) : map.seats(zip);
              byState.merge(seats.getFirst().state(), 1L, Long::sum);
            });
    return byState.isEmpty()
        ? ""
        : byState.entrySet().stream()
            .map(state -> state.getKey() + " " + state.getValue())
            .collect(
                joining(
                    ", ", byState.values().stream().mapToLong(Long::longValue).sum() + " (", ")"));
  }
}
