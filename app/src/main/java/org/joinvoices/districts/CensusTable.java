package org.joinvoices.districts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.districts.ZipTables.Pair;

/**
 * The Census Bureau's relationship file of congressional districts and ZIP code tabulation areas,
 * {@code tab20_cd11920_zcta520_natl.txt}: fields parted by {@code |}, the Congress in the names of
 * its columns. A district is the number of a state and two digits: 00 the whole state, 98 a
 * delegate, ZZ none. Land area in square metres orders the districts of a ZIP code.
 */
final class CensusTable {

  private static final Pattern DISTRICT_COLUMN = Pattern.compile("GEOID_CD([0-9]{3})_[0-9]{2}");
  private static final Pattern ZIP_COLUMN = Pattern.compile("GEOID_ZCTA5_[0-9]{2}");
  private static final String AREA = "AREALAND_PART";
  private static final Pattern GEOID = Pattern.compile("([0-9]{2})([0-9]{2}|ZZ)");

  private final InputFiles files;
  private final DistrictIds districts;

  CensusTable(InputFiles files, DistrictIds districts) {
    this.files = files;
    this.districts = districts;
  }

  List<Pair> pairs(String file, int congress) throws IOException {
    List<String> header =
        InputFiles.withoutMark(files.text(file)).lines().findFirst().stream()
            .flatMap(line -> Pattern.compile("\\|").splitAsStream(line))
            .toList();
    Optional<String> district = column(header, DISTRICT_COLUMN);
    Optional<String> zip = column(header, ZIP_COLUMN);
    if (district.isEmpty() || zip.isEmpty() || !header.contains(AREA)) {
      files.fault(
          file, "the first line must name the columns GEOID_CDNNN_20|GEOID_ZCTA5_20|" + AREA);
      return List.of();
    }
    if (!district.get().startsWith("GEOID_CD" + congress + "_")) {
      files.fault(
          file, "its name says Congress %d, its column %s".formatted(congress, district.get()));
      return List.of();
    }
    return files.rows(file, '|', header, row -> pair(row, district.get(), zip.get())).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> column(List<String> header, Pattern name) {
    return header.stream().filter(column -> name.matcher(column).matches()).findFirst();
  }

  /** Empty for water, and for land without a ZIP code. */
  private Optional<Pair> pair(InputRow row, String district, String zip) throws BadInput {
    String area = row.matching(AREA, "[0-9]{1,18}", "square metres");
    if (row.text(zip).isEmpty()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(row.matching(zip, "[0-9]{5}", "five digits"));
    Matcher geoid = GEOID.matcher(row.text(district));
    if (!geoid.matches() || !CensusStates.USPS.containsKey(geoid.group(1))) {
      throw new BadInput(
          "%s should be the number of a state and two digits, not '%s'"
              .formatted(district, row.text(district)));
    }
    if (geoid.group(2).equals("ZZ")) {
      return Optional.empty();
    }
    int of = Integer.parseInt(geoid.group(2));
    Seat seat = Seat.house(CensusStates.USPS.get(geoid.group(1)), of == 98 ? 0 : of);
    return Optional.of(
        new Pair(new Zip(number), districts.existing(seat), Double.parseDouble(area)));
  }
}
