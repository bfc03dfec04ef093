package org.joinvoices.districts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Offices of members outside of Washington, from {@code legislators-district-offices.yaml} of
 * unitedstates/congress-legislators: published addresses of public offices.
 */
final class DistrictOffices {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final InputFiles files;

  DistrictOffices(InputFiles files) {
    this.files = files;
  }

  /**
   * One office.
   *
   * @param on day of the file
   * @param point empty where none is published
   */
  record Office(
      String id,
      String bioguide,
      String state,
      String zip,
      Optional<GeoPoint> point,
      LocalDate on) {}

  /**
   * @param today day of a file that has none in its name
   */
  List<Office> offices(LocalDate today) throws IOException {
    List<Office> offices = new ArrayList<>();
    for (String file : files.find("legislators-district-offices[^/]*\\.yaml")) {
      Matcher day = DAY.matcher(file);
      offices.addAll(offices(file, day.find() ? LocalDate.parse(day.group()) : today));
    }
    return offices;
  }

  private List<Office> offices(String file, LocalDate on) throws IOException {
    try {
      return YamlRecord.list(files.wholeText(file)).stream()
          .flatMap(
              person ->
                  person.records("offices").stream()
                      .map(office -> office(LegislatorTerm.bioguide(person), office, on)))
          .toList();
    } catch (YAMLException e) {
      files.fault(file, YamlRecord.fault(e));
      return List.of();
    }
  }

  private static Office office(String bioguide, YamlRecord office, LocalDate on) {
    return new Office(
        office.text("id"),
        bioguide,
        office.text("state"),
        office.text("zip"),
        GeoPoint.parse(office.text("latitude") + "," + office.text("longitude")),
        on);
  }
}
