package org.joinvoices.districts;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Maps and towns of one release, by which a person finds the own district. */
final class Atlas {

  private static final int MOST = 5;

  private final Release release;
  private final Map<Integer, Sketches> sketches = new ConcurrentHashMap<>();

  Atlas(Release release) {
    this.release = release;
  }

  Optional<Sketches> sketches(LocalDate on) {
    return release
        .mapOn(on)
        .map(
            map ->
                sketches.computeIfAbsent(
                    map.congress(), any -> new Sketches(release.places(), map)));
  }

  Optional<ZipTown> find(String zip) {
    return Zip.parse(zip).flatMap(release.places()::find).map(ZipTown::of);
  }

  private record Similar(Place place, int name, int digits) {

    /** Two digits exchanged, or a town written almost so. */
    boolean isClose() {
      return name <= TownName.NEAR || digits == 0;
    }
  }

  /**
   * What may have been meant by a ZIP code that there is not, likeliest first.
   *
   * @param city as typed, or empty text
   * @param state USPS code, or empty text for any
   */
  List<ZipTown> similar(String zip, String city, String state) {
    TownName town = TownName.of(city);
    List<String> exchanged = Zip.parse(zip).map(Atlas::exchanged).orElse(List.of());
    return release.places().all().stream()
        .filter(place -> state.isEmpty() || place.state().equals(state))
        .map(place -> similar(place, town, zip, exchanged))
        .filter(Similar::isClose)
        .sorted(
            comparingInt((Similar one) -> one.name() + (one.digits() == 0 ? 0 : 2))
                .thenComparing(one -> !one.place().area())
                .thenComparingInt(Similar::digits)
                .thenComparing(one -> one.place().zip()))
        .map(Similar::place)
        .map(ZipTown::of)
        .limit(MOST)
        .toList();
  }

  private static Similar similar(Place place, TownName town, String zip, List<String> exchanged) {
    String digits = new Zip(place.zip()).toString();
    return new Similar(
        place,
        town.distanceTo(place.city()),
        exchanged.contains(digits) ? 0 : differing(digits, zip));
  }

  /** At least one. */
  private static int differing(String digits, String zip) {
    return 1
        + (int)
            IntStream.range(0, digits.length())
                .filter(i -> i >= zip.length() || zip.charAt(i) != digits.charAt(i))
                .count();
  }

  private static List<String> exchanged(Zip zip) {
    String digits = zip.toString();
    return IntStream.range(0, digits.length() - 1)
        .mapToObj(
            i ->
                digits.substring(0, i)
                    + digits.charAt(i + 1)
                    + digits.charAt(i)
                    + digits.substring(i + 2))
        .filter(other -> !other.equals(digits))
        .toList();
  }
}
