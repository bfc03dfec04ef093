package org.joinvoices.districts;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When each district map is valid, and which of them have a ZIP table. */
final class MapPeriods {

  private static final String FILE = "districts/map_periods.csv";

  private final InputFiles files;
  private final ZipTables tables;
  private final DistrictIds districts;

  MapPeriods(InputFiles files, ZipTables tables, DistrictIds districts) {
    this.files = files;
    this.tables = tables;
    this.districts = districts;
  }

  /**
   * From and until of a map whose table may be missing.
   *
   * @param borders name of a file beside this one; empty text where there is none
   */
  record Period(int congress, LocalDate from, LocalDate until, String borders) {
    String table() {
      return "zip/zip_cd" + congress + ".csv";
    }
  }

  /** Maps with a table, without a gap between them, the earliest first. */
  List<DistrictMap> maps() throws IOException {
    Set<String> present = Set.copyOf(files.find("zip/zip_cd[0-9]+\\.csv"));
    List<DistrictMap> maps = new ArrayList<>();
    for (Period period : periods()) {
      if (present.contains(period.table())) {
        maps.add(tables.map(period, borders(period)));
      } else {
        noteMissing(period);
      }
    }
    check(maps);
    return maps;
  }

  private List<Arc> borders(Period period) throws IOException {
    return period.borders().isEmpty()
        ? List.of()
        : BorderFile.arcs(files, districts, "districts/" + period.borders());
  }

  private List<Period> periods() throws IOException {
    List<Period> periods =
        files.rows(FILE, List.of("congress", "valid_from", "valid_to"), MapPeriods::period);
    return periods.stream().sorted(comparing(Period::from)).toList();
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

  private void noteMissing(Period period) {
    files.note(
        "the map of the %dth Congress (%s until %s) has no ZIP table: such days get no answer"
            .formatted(period.congress(), period.from(), period.until()));
  }

  private void check(List<DistrictMap> maps) {
    if (maps.isEmpty()) {
      files.fault("zip", "no table zip_cdNNN.csv for any map in " + FILE);
    }
    for (int i = 1; i < maps.size(); i++) {
      if (!maps.get(i).from().equals(maps.get(i - 1).until())) {
        files.fault(
            FILE,
            "the map of Congress %d must begin on the day the one of %d ends"
                .formatted(maps.get(i).congress(), maps.get(i - 1).congress()));
      }
    }
  }
}
