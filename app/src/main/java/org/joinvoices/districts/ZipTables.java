package org.joinvoices.districts;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joinvoices.districts.DistrictMap.ZipSeats;
import org.joinvoices.districts.MapPeriods.Period;

/** The ZIP table of each Congress: {@code zip/zip_cdNNN.csv}, one line for a pair. */
final class ZipTables {

  private final InputFiles files;
  private final DistrictIds districts;
  private final Places places;

  ZipTables(InputFiles files, DistrictIds districts, Places places) {
    this.files = files;
    this.districts = districts;
    this.places = places;
  }

  private record Pair(Zip zip, Seat seat, double share) {}

  DistrictMap map(Period period, List<Arc> borders) throws IOException {
    List<Pair> pairs =
        files.rows(period.table(), List.of("zip", "state", "district", "share_est"), this::pair);
    Map<Zip, List<Pair>> byZip =
        pairs.stream().collect(groupingBy(Pair::zip, TreeMap::new, toList()));
    List<ZipSeats> table = new ArrayList<>();
    byZip.forEach((zip, of) -> table.add(new ZipSeats(zip, seats(period.table(), zip, of))));
    table.removeIf(row -> isMisplaced(row, period.table()));
    checkBorders(period, table, borders);
    return new DistrictMap(period.congress(), period.from(), period.until(), table, () -> borders);
  }

  /** Each knows all districts of the map, or one of them is of another map. */
  private void checkBorders(Period period, List<ZipSeats> table, List<Arc> borders) {
    Set<Seat> bounded = borders.stream().flatMap(a -> a.sides().stream()).collect(toSet());
    Set<Seat> listed = table.stream().flatMap(row -> row.seats().stream()).collect(toSet());
    if (!bounded.isEmpty()) {
      listed.stream()
          .filter(seat -> !bounded.contains(seat))
          .sorted()
          .forEach(seat -> files.fault("districts/" + period.borders(), "no outline of " + seat));
    }
  }

  private Pair pair(InputRow row) throws BadInput {
    Seat seat = row.houseSeat();
    if (!districts.exists(seat)) {
      throw new BadInput("there is no district " + seat);
    }
    return new Pair(row.zip(), seat, row.share());
  }

  /** Where shares are equal or unknown, the order of the file stays. */
  private List<Seat> seats(String file, Zip zip, List<Pair> pairs) {
    List<Seat> seats =
        pairs.stream().sorted(comparingDouble(Pair::share).reversed()).map(Pair::seat).toList();
    if (Set.copyOf(seats).size() < seats.size()) {
      files.fault(file, "a district twice for ZIP code " + zip);
    }
    return seats;
  }

  /** A wrong point can put a post-office box across a river; its state is known all the same. */
  private boolean isMisplaced(ZipSeats row, String file) {
    Set<String> possible =
        row.seats().stream().map(Seat::state).collect(toCollection(TreeSet::new));
    Optional<String> known = places.find(row.zip()).map(Place::state);
    boolean misplaced = known.filter(state -> !possible.contains(state)).isPresent();
    if (misplaced) {
      files.note(
          "%s has ZIP code %s only in %s, but it is in %s: districts left out"
              .formatted(file, row.zip(), possible, known.orElseThrow()));
    }
    return misplaced;
  }
}
