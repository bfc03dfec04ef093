package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Match.Confidence;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.Match.Matched;
import org.joinvoices.districts.Match.Reason;
import org.joinvoices.districts.Match.Unmatched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Real places on real days. */
class PointMatcherTest {

  private static final LocalDate NOW = LocalDate.of(2026, 11, 24);
  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Texas Capitol,                30.2747,  -97.7404, 2026-11-24, TX-37 TX-S1 TX-S2",
    "Missouri Capitol,             38.5791,  -92.1730, 2026-11-24, MO-03 MO-S1 MO-S3",
    "Juneau (whole state),         58.3019, -134.4197, 2026-11-24, AK-00 AK-S2 AK-S3",
    "White House (delegate),       38.8977,  -77.0365, 2026-11-24, DC-00",
    "San Juan (no senators),       18.4500,  -66.0700, 2026-11-24, PR-00",
    "Hagåtña,                      13.4757,  144.7489, 2026-11-24, GU-00",
    "Helena before two districts,  46.5857, -112.0184, 2022-06-01, MT-00 MT-S1 MT-S2",
    "Helena after,                 46.5857, -112.0184, 2023-06-01, MT-02 MT-S1 MT-S2",
    "Raleigh, 35.7804, -78.6391, 2021-01-10, NC-02 NC-S2 NC-S3",
    "Fayetteville in North Carolina, 35.0527, -78.8784, 2021-01-10, NC-08 NC-S2 NC-S3",
  })
  void aPointHasTheSeatsOfItsDistrictOnThatDay(
      String place, double lat, double lon, LocalDate on, String seats) {
    var answer = DISTRICTS.match(new GeoPoint(lat, lon), on);

    assertThat(answer)
        .isEqualTo(
            new Matched(
                Stream.of(seats.split(" ")).map(Seat::new).toList(),
                How.POINT,
                Confidence.EXACT_POINT,
                DISTRICTS.release()));
  }

  @Test
  void nearABorderBothSidesAreNamedTheInnerFirst() {
    GeoPoint west = borderOf("OH-11", "OH-07", -100);

    var answer = (Ambiguous) DISTRICTS.match(west, NOW);

    assertThat(answer.confidence()).isEqualTo(Confidence.NEAR_BORDER);
    assertThat(answer.candidates())
        .extracting(Candidate::seat)
        .extracting(Seat::value)
        .contains("OH-07", "OH-11");
    assertThat(answer.senators()).containsExactly(Seat.senate("OH", 1), Seat.senate("OH", 3));
    assertThat(answer.candidates()).allSatisfy(one -> assertThat(one.towns()).isNotEmpty());
  }

  @Test
  void aPierBelongsToTheNearestDistrictAndIsFlagged() {
    var answer = (Matched) DISTRICTS.match(new GeoPoint(25.7205, -80.2200), NOW);

    assertThat(answer.confidence()).isEqualTo(Confidence.NEAR_BORDER);
    assertThat(answer.seats()).first().hasToString("FL-27");
  }

  @Test
  void everyDistrictHasAnOutlineThatHoldsItsOwnPoints() {
    Map<Seat, Geometry> outlines = DISTRICTS.outlines(NOW);

    assertThat(outlines).hasSize(441);
    outlines.forEach(
        (seat, outline) -> {
          Point within = outline.getInteriorPoint();
          var answer = DISTRICTS.match(new GeoPoint(within.getY(), within.getX()), NOW);
          assertThat(answer.toString()).as("%s", seat).contains(seat.value());
        });
  }

  @Test
  void theOceanBelongsToNobody() {
    assertThat(DISTRICTS.match(new GeoPoint(40, -40), NOW))
        .isEqualTo(new Unmatched(Reason.OUTSIDE_DISTRICTS, DISTRICTS.release()));
  }

  @Test
  void aDayWithoutAMapHasNoAnswer() {
    assertThat(DISTRICTS.match(new GeoPoint(30.2747, -97.7404), LocalDate.of(2030, 1, 1)))
        .isEqualTo(new Unmatched(Reason.DATE_OUT_OF_RANGE, DISTRICTS.release()));
  }

  /** The middle of a stretch between two districts, moved east by some metres. */
  static GeoPoint borderOf(String one, String other, double metres) {
    List<Seat> both = List.of(new Seat(one), new Seat(other));
    Arc arc =
        BuiltIn.RELEASE.maps().getLast().arcs().stream()
            .filter(a -> a.sides().containsAll(both))
            .findFirst()
            .orElseThrow();
    int middle = arc.size() / 2;
    double lat = (double) arc.lat(middle) / Arc.UNITS;
    double degrees = metres / (111_195 * Math.cos(Math.toRadians(lat)));
    return new GeoPoint(lat, (double) arc.lon(middle) / Arc.UNITS + degrees);
  }
}
