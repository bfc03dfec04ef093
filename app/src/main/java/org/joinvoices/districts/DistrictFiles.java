package org.joinvoices.districts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.districts.DistrictMap.ZipSeats;

/** District maps: when each is valid, the districts' ids, and the ZIP table of each Congress. */
final class DistrictFiles {

  private static final Pattern OCD_ID =
      Pattern.compile(
          "ocd-division/country:us/(?:state|district|territory):([a-z]{2})/cd:([0-9]{1,2}|at-large)");

  private final InputFiles files;
  private final SortedMap<Seat, String> ocdIds = new TreeMap<>();
  private final Set<String> states = new HashSet<>();

  /** Reads the ids at once, since everything else is checked against them. */
  DistrictFiles(InputFiles files) throws IOException {
    this.files = files;
    files.rows("districts/ocd_us_congressional_districts.csv", List.of("id"), this::ocdId);
    ocdIds.keySet().forEach(seat -> states.add(seat.state()));
  }

  /** From and until of a map whose table may be missing. */
  record Period(int congress, LocalDate from, LocalDate until) {}

  private record Pair(Zip zip, Seat seat, double share) {}

  SortedMap<Seat, String> ocdIds() {
    return ocdIds;
  }

  boolean isState(String state) {
    return states.contains(state);
  }

  private Seat ocdId(InputRow row) throws BadInput {
    Matcher form = OCD_ID.matcher(row.text("id"));
    if (!form.matches()) {
      throw new BadInput("not the id of a congressional district: '" + row.text("id") + "'");
    }
    String district = form.group(2);
    Seat seat =
        Seat.house(
            form.group(1).toUpperCase(Locale.ROOT),
            district.equals("at-large") ? 0 : Integer.parseInt(district));
    ocdIds.put(seat, row.text("id"));
    return seat;
  }

  /** A last map without an end is valid for the two years of its Congress. */
  List<Period> periods() throws IOException {
    List<Period> periods =
        files.rows(
            "districts/map_periods.csv",
            List.of("congress", "valid_from", "valid_to"),
            DistrictFiles::period);
    return periods.stream().sorted(comparing(Period::from)).toList();
  }

  private static Period period(InputRow row) throws BadInput {
    int congress = Integer.parseInt(row.matching("congress", "[0-9]{1,3}", "a number"));
    LocalDate from = row.day("valid_from");
    LocalDate until = row.text("valid_to").isEmpty() ? from.plusYears(2) : row.day("valid_to");
    if (!until.isAfter(from)) {
      throw new BadInput("valid_to must be later than valid_from");
    }
    return new Period(congress, from, until);
  }

  static String tableOf(Period period) {
    return "zip/zip_cd" + period.congress() + ".csv";
  }

  DistrictMap map(Period period, Places places) throws IOException {
    List<Pair> pairs =
        files.rows(tableOf(period), List.of("zip", "state", "district", "share_est"), this::pair);
    Map<Zip, List<Pair>> byZip =
        pairs.stream().collect(groupingBy(Pair::zip, TreeMap::new, toList()));
    List<ZipSeats> table = new ArrayList<>();
    byZip.forEach((zip, of) -> table.add(new ZipSeats(zip, seats(tableOf(period), zip, of))));
    table.removeIf(row -> isMisplaced(row, places, tableOf(period)));
    return new DistrictMap(period.congress(), period.from(), period.until(), table);
  }

  private Pair pair(InputRow row) throws BadInput {
    Seat seat = row.houseSeat();
    if (!ocdIds.containsKey(seat)) {
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
  private boolean isMisplaced(ZipSeats row, Places places, String file) {
    Set<String> possible = row.seats().stream().map(Seat::state).collect(toSet());
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
