package org.joinvoices.districts;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * The district maps: when each is valid, its ZIP table and its borders. What the files do not have
 * stays as it was in an earlier release.
 */
final class MapFiles {

  private static final String PERIODS = "districts/map_periods.csv";

  /** As the Census Bureau and others name them: cb_2024_us_cd119_500k, cd119. */
  private static final String BORDERS = "(.*[_-])?cd([0-9]{3})([._-].*)?\\.(topojson|geojson)";

  private static final Pattern BORDERS_OF = Pattern.compile("(?:.*/)?" + BORDERS);

  private final InputFiles files;
  private final ZipTables tables;
  private final DistrictIds districts;
  private final ReleaseInputs inputs;
  private final Map<Integer, DistrictMap> before = new HashMap<>();

  MapFiles(
      InputFiles files,
      ZipTables tables,
      DistrictIds districts,
      ReleaseInputs inputs,
      List<DistrictMap> before) {
    this.files = files;
    this.tables = tables;
    this.districts = districts;
    this.inputs = inputs;
    before.forEach(map -> this.before.put(map.congress(), map));
  }

  /**
   * From and until of a map whose parts may be missing.
   *
   * @param borders name of their file; empty text where none is named
   */
  private record Period(int congress, LocalDate from, LocalDate until, String borders) {

    /** The First Congress began in 1789; since 1935 each begins on 3 January (20th Amendment). */
    static Period of(int congress) {
      LocalDate from = LocalDate.of(1789 + 2 * (congress - 1), 1, 3);
      return new Period(congress, from, from.plusYears(2), "");
    }
  }

  /** Maps with a ZIP table or borders, without a gap between them, the earliest first. */
  List<DistrictMap> maps() throws IOException {
    List<DistrictMap> maps = new ArrayList<>();
    for (Period period : periods()) {
      map(period).ifPresentOrElse(maps::add, () -> noteMissing(period));
    }
    check(maps);
    return maps;
  }

  private List<Period> periods() throws IOException {
    Map<Integer, Period> periods = new TreeMap<>();
    before.values().forEach(m -> periods.put(m.congress(), period(m)));
    Optional<String> file = files.findOne(PERIODS);
    if (file.isPresent() || before.isEmpty()) {
      String name = file.orElse(PERIODS);
      files
          .rows(name, List.of("congress", "valid_from", "valid_to"), MapFiles::period)
          .forEach(period -> periods.put(period.congress(), period));
    }
    if (!periods.isEmpty()) {
      Set<Integer> found = new TreeSet<>(tables.congresses());
      files.find(BORDERS).forEach(borders -> found.add(congress(borders)));
      found.forEach(congress -> periods.putIfAbsent(congress, Period.of(congress)));
    }
    return periods.values().stream()
        .filter(period -> period.until().isAfter(LegislatorFiles.SINCE))
        .sorted(comparing(Period::from))
        .toList();
  }

  private static Period period(DistrictMap map) {
    return new Period(map.congress(), map.from(), map.until(), "");
  }

  /** A last map without an end is valid for the two years of its Congress. */
  private static Period period(InputRow row) throws BadInput {
    int congress = Integer.parseInt(row.matching("congress", "[0-9]{1,3}", "a number"));
    LocalDate from = row.day("valid_from");
    LocalDate until = row.text("valid_to").isEmpty() ? from.plusYears(2) : row.day("valid_to");
    if (!until.isAfter(from)) {
      throw new BadInput("valid_to must be later than valid_from");
    }
    return new Period(congress, from, until, row.textIfThere("file"));
  }

  private Optional<DistrictMap> map(Period period) throws IOException {
    Optional<DistrictMap> old = Optional.ofNullable(before.get(period.congress()));
    Optional<String> table = tables.file(period.congress());
    Optional<String> outlines = borderFile(period);
    List<ZipSeats> rows =
        table.isPresent()
            ? tables.rows(table.get())
            : old.map(DistrictMap::table).orElse(List.of());
    List<Arc> arcs =
        outlines.isPresent()
            ? BorderFile.arcs(files, districts, inputs, outlines.get())
            : old.map(DistrictMap::arcs).orElse(List.of());
    if (table.isEmpty() && outlines.isEmpty() && old.isEmpty()) {
      return Optional.empty();
    }
    if (rows.isEmpty()) {
      noteNoTable(period);
    }
    return Optional.of(map(period, rows, arcs, outlines.or(() -> table).orElse(PERIODS)));
  }

  private DistrictMap map(Period period, List<ZipSeats> rows, List<Arc> arcs, String where) {
    Set<Seat> bounded = arcs.stream().flatMap(arc -> arc.sides().stream()).collect(toSet());
    Set<Seat> listed = rows.stream().flatMap(row -> row.seats().stream()).collect(toSet());
    checkBorders(bounded, listed, where);
    Set<Seat> all = new TreeSet<>(bounded);
    all.addAll(listed);
    LocalDate from =
        period.from().isBefore(LegislatorFiles.SINCE) ? LegislatorFiles.SINCE : period.from();
    return new DistrictMap(period.congress(), from, period.until(), rows, all, () -> arcs);
  }

  /** Both parts know all districts of the map, or one of them is of another map. */
  private void checkBorders(Set<Seat> bounded, Set<Seat> listed, String where) {
    if (bounded.isEmpty() || listed.isEmpty()) {
      return;
    }
    new TreeSet<>(listed)
        .stream()
            .filter(seat -> !bounded.contains(seat))
            .forEach(seat -> files.fault(where, "no outline of " + seat));
    new TreeSet<>(bounded)
        .stream()
            .filter(seat -> !listed.contains(seat))
            .forEach(seat -> files.note("%s: no ZIP code touches %s".formatted(where, seat)));
  }

  private Optional<String> borderFile(Period period) {
    if (!period.borders().isEmpty()) {
      String usual = "districts/" + period.borders();
      return Optional.of(files.findOne(usual).orElse(usual)); // missing where named is a fault
    }
    List<String> found =
        files.find(BORDERS).stream().filter(file -> congress(file) == period.congress()).toList();
    if (found.size() > 1) {
      files.fault(
          PERIODS,
          "several borders of the %dth Congress; name one in the column file: %s"
              .formatted(period.congress(), String.join(", ", found)));
    }
    return found.stream().findFirst();
  }

  private static int congress(String borders) {
    Matcher name = BORDERS_OF.matcher(borders);
    if (!name.matches()) {
      throw new IllegalArgumentException("not borders: " + borders);
    }
    return Integer.parseInt(name.group(2));
  }

  private void noteMissing(Period period) {
    files.note(
        "the map of the %dth Congress (%s until %s) has neither ZIP table nor borders: such days get no answer"
            .formatted(period.congress(), period.from(), period.until()));
  }

  private void noteNoTable(Period period) {
    files.note(
        "the map of the %dth Congress has no ZIP table: a ZIP code gets all districts of its state to choose from, a point its district"
            .formatted(period.congress()));
  }

  private void check(List<DistrictMap> maps) {
    if (maps.isEmpty()) {
      files.fault("zip", "no table zip_cdNNN.csv for any map in " + PERIODS);
    }
    for (int i = 1; i < maps.size(); i++) {
      if (!maps.get(i).from().equals(maps.get(i - 1).until())) {
        files.fault(
            PERIODS,
            "the map of Congress %d must begin on the day the one of %d ends"
                .formatted(maps.get(i).congress(), maps.get(i - 1).congress()));
      }
    }
  }
}
