package org.joinvoices.seize;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where somebody who signed lives, as it stands in clear beside their signature and its messages.
 *
 * @param zip3 empty where it is not told
 * @param seats empty where none is told
 */
record SignedPlace(String region, String zip3, String language, Set<String> seats) {

  private static final String ALL =
      """
      SELECT DISTINCT region, zip3, language,
        s.seats || ARRAY(SELECT target FROM delivery d WHERE d.action_id = s.action_id AND d.signature_id = s.id) AS seats
      FROM signature s
      """;

  private static final int ZIP3 = 3;

  SignedPlace {
    seats = Set.copyOf(seats);
  }

  static List<SignedPlace> list(JdbcClient jdbc) {
    return jdbc.sql(ALL).query((row, _) -> read(row)).list();
  }

  private static SignedPlace read(ResultSet row) throws SQLException {
    String[] seats = (String[]) row.getArray("seats").getArray();
    return new SignedPlace(
        row.getString("region"),
        row.getString("zip3"),
        row.getString("language"),
        Set.copyOf(Arrays.asList(seats)));
  }

  /** Whether nothing in it speaks against a person. */
  boolean mayBe(Person person) {
    return fits(person) && (seats.isEmpty() || isOfDistrict(person));
  }

  /** Whether it names the very district. */
  boolean isTold(Person person) {
    return fits(person) && isOfDistrict(person);
  }

  private boolean fits(Person person) {
    var place = person.place();
    return region.equals(place.region())
        && (zip3.isEmpty() || zip3.equals(place.zip().substring(0, ZIP3)))
        && language.equals(person.language());
  }

  private boolean isOfDistrict(Person person) {
    return seats.contains(person.place().district());
  }
}
