package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.Candidate;
import org.joinvoices.districts.Sketch.Area;
import org.joinvoices.districts.Sketch.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outline maps of the districts of the built-in release. */
class SketchTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private static Sketch sketch(String zip, String... seats) {
    return DISTRICTS
        .sketch(List.of(seats).stream().map(Seat::new).toList(), zip, TODAY)
        .orElseThrow();
  }

  @Test
  void drawsTheDistrictsOfAZipCodeAroundItWithTheirNumbersAndTheTownsThere() {
    Sketch cleveland = sketch("44109", "OH-11", "OH-07");

    assertThat(cleveland.areas()).extracting(Area::name).containsExactly("11", "7");
    assertThat(cleveland.areas()).extracting(Area::number).containsExactly(1, 2);
    assertThat(cleveland.towns())
        .extracting(Town::name)
        .contains("Cleveland", "Lakewood", "Berea")
        .doesNotContain("Akron");
    assertThat(cleveland.here()).isPresent();
  }

  @Test
  void drawsOneAtATimeAndComesWithoutWhereTheTurnIsLongInComing() {
    Release release = BuiltIn.RELEASE;
    var turns = new Semaphore(0);
    var sketches = new Sketches(release.places(), release.maps().getLast(), turns);
    List<Seat> wyoming = List.of(new Seat("WY-00"));
    assertThat(sketches.of(wyoming, Optional.empty())).isEmpty();

    turns.release();

    assertThat(sketches.of(wyoming, Optional.empty())).isPresent();
    turns.drainPermits();
    assertThat(sketches.of(wyoming, Optional.empty())).as("drawn lately").isPresent();
  }

  @Test
  void writesTheStateWhereStatesMeet() {
    assertThat(sketch("42223", "TN-07", "KY-01").areas())
        .extracting(Area::name)
        .containsExactly("TN 7", "KY 1");
    assertThat(sketch("", "WY-00").areas()).extracting(Area::name).containsExactly("WY");
  }

  @Test
  void sharesTheCornersOfABorderBetweenBothSides() {
    Sketch sketch = sketch("", "MA-02", "MA-01");
    assertThat(corners(sketch.areas().get(0)))
        .filteredOn(corners(sketch.areas().get(1))::contains)
        .hasSizeGreaterThan(20);
  }

  /** As absolute places. */
  private static List<String> corners(Area area) {
    int[] at = new int[2];
    return Arrays.stream(area.path().split("M"))
        .filter(ring -> !ring.isEmpty())
        .flatMap(
            ring -> {
              int[] steps =
                  Pattern.compile("-?[0-9]+")
                      .matcher(ring)
                      .results()
                      .mapToInt(step -> Integer.parseInt(step.group()))
                      .toArray();
              at[0] = 0;
              at[1] = 0;
              return IntStream.range(0, steps.length / 2)
                  .mapToObj(i -> (at[0] += steps[2 * i]) + "," + (at[1] += steps[2 * i + 1]));
            })
        .toList();
  }

  @Test
  void showsAlaskaInOnePieceAndTheIslandsPeopleLiveOn() {
    Sketch alaska = sketch("", "AK-00");
    assertThat(alaska.towns()).extracting(Town::name).contains("Anchorage", "Fairbanks");
    Town anchorage =
        alaska.towns().stream().filter(t -> t.name().equals("Anchorage")).findFirst().orElseThrow();
    assertThat(anchorage.spot().x()).isBetween(1_000, 2_600);
    // The Hawaiian Islands go on for 2,000 km without people.
    assertThat(sketch("", "HI-02").areas().getFirst().path()).contains("M").hasSizeLessThan(9_000);
    assertThat(sketch("", "HI-02").towns()).extracting(Town::name).contains("Hawi");
  }

  @Test
  void isSmallAndShowsEveryDistrictWhereverOneHasToBeChosen() {
    IntStream.iterate(501, zip -> zip < Zip.COUNT, zip -> zip + 97)
        .mapToObj(zip -> new Zip(zip).toString())
        .forEach(SketchTest::assertSmallAndWhole);
  }

  private static void assertSmallAndWhole(String zip) {
    if (DISTRICTS.match(zip, "", "US", TODAY) instanceof Ambiguous several) {
      List<Seat> seats = several.candidates().stream().map(Candidate::seat).toList();
      Sketch sketch = DISTRICTS.sketch(seats, zip, TODAY).orElseThrow();
      assertThat(sketch.areas()).as(zip).extracting(Area::seat).isEqualTo(seats);
      assertThat(sketch.areas().stream().mapToInt(area -> area.path().length()).sum())
          .as(zip)
          .isLessThan(10_000);
      if (seats.size() < 7) {
        assertThat(sketch.areas())
            .as(zip)
            .allMatch(area -> area.middle().x() >= 0 && area.middle().x() <= Sketch.WIDTH)
            .allMatch(area -> area.middle().y() >= 0 && area.middle().y() <= sketch.height());
      }
    }
  }

  @Test
  void marksAPoint() {
    Sketch lansing =
        DISTRICTS
            .sketch(List.of(new Seat("MI-07")), new GeoPoint(42.73, -84.55), TODAY)
            .orElseThrow();
    assertThat(lansing.here()).hasValueSatisfying(here -> assertThat(here.x()).isBetween(1, 3_600));
    assertThat(lansing.around()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OH-44", "OH-S1"})
  void drawsNothingWhereADistrictIsNotOnTheMap(String seat) {
    assertThat(DISTRICTS.sketch(List.of(new Seat("OH-01"), new Seat(seat)), "", TODAY)).isEmpty();
    assertThat(DISTRICTS.sketch(List.of(), "", TODAY)).isEmpty();
    assertThat(DISTRICTS.sketch(List.of(new Seat("OH-01")), "", LocalDate.parse("2030-01-01")))
        .isEqualTo(Optional.empty());
  }
}
