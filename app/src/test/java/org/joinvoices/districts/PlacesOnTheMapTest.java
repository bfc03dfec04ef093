package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The middle of every ZIP code that covers an area, on every map: two sources that know nothing of
 * each other. Points are kept to 1 km, so some lie across a border or a shore.
 */
class PlacesOnTheMapTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;
  private static final List<Place> AREAS =
      BuiltIn.RELEASE.places().all().stream()
          .filter(Place::area)
          .filter(place -> !ZipMatcher.FREELY_ASSOCIATED_STATES.contains(place.state()))
          .toList();

  @ParameterizedTest
  @CsvSource({"2021-01-10", "2023-06-01", "2026-11-24"})
  void aPointInAStateLandsInOneOfItsDistricts(LocalDate day) {
    long elsewhere =
        AREAS.stream()
            .filter(
                place ->
                    seats(place, day).stream()
                        .noneMatch(seat -> seat.state().equals(place.state())))
            .count();

    assertThat(AREAS).hasSizeGreaterThan(33_000);
    assertThat(elsewhere).isLessThan(AREAS.size() / 500);
  }

  @ParameterizedTest
  @CsvSource({"2021-01-10", "2023-06-01", "2026-11-24"})
  void aPointLandsInADistrictThatItsZipCodeTouches(LocalDate day) {
    long elsewhere =
        AREAS.stream()
            .filter(
                place -> {
                  Set<Seat> touched =
                      Set.copyOf(
                          DISTRICTS.match(new Zip(place.zip()).toString(), "", "US", day).houses());
                  return seats(place, day).stream().noneMatch(touched::contains);
                })
            .count();

    assertThat(elsewhere).isLessThan(AREAS.size() / 200);
  }

  private static Set<Seat> seats(Place place, LocalDate day) {
    return Set.copyOf(
        DISTRICTS.match(new GeoPoint(place.lat() / 100.0, place.lng() / 100.0), day).houses());
  }
}
