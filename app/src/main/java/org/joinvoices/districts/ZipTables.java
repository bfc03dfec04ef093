package org.joinvoices.districts;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.districts.DistrictMap.ZipSeats;

/**
 * The ZIP table of each Congress, one line for a pair: {@code zip_cdNNN.csv}, or the Census
 * Bureau's relationship file of districts and ZIP code areas, as it is published.
 */
final class ZipTables {

  private static final String OURS = "zip_cd([0-9]{3})\\.csv";
  private static final String CENSUS = "tab20_cd([0-9]{3})[^/]*_zcta[^/]*\\.txt";
  private static final Pattern CONGRESS =
      Pattern.compile("(?:.*/)?(?:" + OURS + "|" + CENSUS + ")");

  private final InputFiles files;
  private final DistrictIds districts;
  private final Places places;

  ZipTables(InputFiles files, DistrictIds districts, Places places) {
    this.files = files;
    this.districts = districts;
    this.places = places;
  }

  /**
   * @param share of the ZIP code that is in the district, in any unit
   */
  record Pair(Zip zip, Seat seat, double share) {}

  /** Congresses that have a table. */
  Set<Integer> congresses() {
    return found().stream().map(ZipTables::congress).collect(toCollection(TreeSet::new));
  }

  /** The table of a Congress. */
  Optional<String> file(int congress) {
    List<String> found = found().stream().filter(file -> congress(file) == congress).toList();
    if (found.size() > 1) {
      files.fault(found.getLast(), "a second table of this Congress, beside " + found.getFirst());
    }
    return found.stream().findFirst();
  }

  private List<String> found() {
    return files.find("(" + OURS + "|" + CENSUS + ")");
  }

  private static int congress(String file) {
    Matcher name = CONGRESS.matcher(file);
    if (!name.matches()) {
      throw new IllegalArgumentException("not a ZIP table: " + file);
    }
    return Integer.parseInt(name.group(1) == null ? name.group(2) : name.group(1));
  }

  List<ZipSeats> rows(String file) throws IOException {
    List<Pair> pairs =
        file.endsWith(".txt")
            ? new CensusTable(files, districts).pairs(file, congress(file))
            : files.rows(file, List.of("zip", "state", "district", "share_est"), this::pair);
    Map<Zip, List<Pair>> byZip =
        pairs.stream().collect(groupingBy(Pair::zip, TreeMap::new, toList()));
    List<ZipSeats> table = new ArrayList<>();
    byZip.forEach((zip, of) -> table.add(new ZipSeats(zip, seats(file, zip, of))));
    table.removeIf(row -> isMisplaced(row, file));
    return table;
  }

  private Pair pair(InputRow row) throws BadInput {
    return new Pair(row.zip(), districts.existing(row.houseSeat()), row.share());
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
