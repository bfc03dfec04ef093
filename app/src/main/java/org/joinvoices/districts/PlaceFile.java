package org.joinvoices.districts;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** City and point of each ZIP code, from {@code zip/zip_points.csv}. */
final class PlaceFile {

  private static final String FILE = "zip/zip_points.csv";

  private final InputFiles files;
  private final DistrictIds districts;
  private final Set<Zip> seen = new HashSet<>();

  PlaceFile(InputFiles files, DistrictIds districts) {
    this.files = files;
    this.districts = districts;
  }

  /** Whether there is such a file. */
  boolean isGiven() {
    return files.findOne(FILE).isPresent();
  }

  Places places() throws IOException {
    String file = files.findOne(FILE).orElse(FILE);
    List<Optional<Place>> rows =
        files.rows(file, List.of("zip", "state", "city", "lat", "lng", "kind"), this::place);
    return new Places(
        rows.stream().flatMap(Optional::stream).sorted(comparingInt(Place::zip)).toList());
  }

  /** Military ZIP codes are known by their first digits, and lists give them foreign points. */
  private Optional<Place> place(InputRow row) throws BadInput {
    Zip zip = row.zip();
    if (!seen.add(zip)) {
      throw new BadInput("ZIP code " + zip + " twice");
    }
    return zip.isMilitary() ? Optional.empty() : Optional.of(place(row, zip));
  }

  private Place place(InputRow row, Zip zip) throws BadInput {
    String state = row.state();
    if (!districts.isState(state) && !ZipMatcher.FREELY_ASSOCIATED_STATES.contains(state)) {
      throw new BadInput("there is no state or territory " + state);
    }
    String city = row.matching("city", "\\P{Cntrl}+", "the name of a town");
    return new Place(
        zip.number(),
        state,
        city,
        row.hundredths("lat"),
        row.hundredths("lng"),
        row.text("kind").equals("zcta"));
  }
}
