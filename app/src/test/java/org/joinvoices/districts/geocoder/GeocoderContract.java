package org.joinvoices.districts.geocoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.joinvoices.districts.Geocoder.Answer.Unavailable;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.StreetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every geocoder must do, whoever is on the far side. */
abstract class GeocoderContract {

  static final int CONGRESS = 119;
  static final StreetAddress CAPITOL =
      new StreetAddress("1100 Congress Ave", "Austin", "TX", "78701");

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(400);

  final FakeFarSide far = new FakeFarSide();

  @AfterEach
  void close() {
    far.close();
  }

  abstract Geocoder geocoder(FarSide side);

  /**
   * The answer of the far side for one house there, in its own shape, with a field unknown to us.
   */
  abstract String house(String lat, String lon);

  /** For two houses that fit, far apart. */
  abstract String twoHouses();

  abstract String nothing();

  Answer ask() {
    return geocoder(new FarSide(far.url(), PATIENCE, "JoinVoices test")).locate(CAPITOL, CONGRESS);
  }

  @Test
  void tellsWhereTheHouseIs() {
    far.says(house("30.2747", "-97.7404"));

    var place = ((Found) ask()).place();

    assertThat(place.point()).isEqualTo(new GeoPoint(30.2747, -97.7404));
    assertThat(place.exact()).isTrue();
    assertThat(far.asked())
        .singleElement()
        .asString()
        .contains("1100 Congress Ave", "Austin", "TX", "78701");
    assertThat(far.agents()).containsExactly("JoinVoices test");
  }

  @Test
  void twoHousesThatFitAreATie() {
    far.says(twoHouses());

    assertThat(ask()).isEqualTo(new Answer.Tie());
  }

  @Test
  void anUnknownAddressIsNoFailure() {
    far.says(nothing());

    assertThat(ask()).isEqualTo(new Answer.None());
  }

  @ParameterizedTest
  @CsvSource({"500", "429", "400", "302", "301"})
  void whateverIsNotOkIsRefusedAndFollowedNowhere(int status) {
    far.says(status, house("30.2747", "-97.7404"));

    assertThat(ask()).isEqualTo(new Unavailable(Fault.REFUSED));
    assertThat(far.asked()).hasSize(1);
  }

  @Test
  void nobodyWaitsForTheEndOfAnAnswerForever() {
    far.says(house("30.2747", "-97.7404"));
    far.sticks();

    var impatient = geocoder(new FarSide(far.url(), SHORT, "JoinVoices test"));

    assertThat(assertTimeoutPreemptively(PATIENCE, () -> impatient.locate(CAPITOL, CONGRESS)))
        .isEqualTo(new Unavailable(Fault.TIMEOUT));
  }

  @Test
  void aServerThatIsAwayIsUnreachable() {
    far.close();

    assertThat(ask()).isEqualTo(new Unavailable(Fault.UNREACHABLE));
  }

  @Test
  void aHostThatDoesNotExistIsUnreachable() {
    var lost = new FarSide(URI.create("http://geocoder.invalid"), PATIENCE, "JoinVoices test");

    assertThat(geocoder(lost).locate(CAPITOL, CONGRESS))
        .isEqualTo(new Unavailable(Fault.UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Sorry, 1100 Congress Ave</html>", "", "{", "null", "[[[", "{\"a\":1}"})
  void whatIsNotOfTheFormatIsGarbage(String text) {
    far.says(text);

    assertThat(ask()).isEqualTo(new Unavailable(Fault.GARBAGE));
  }

  @Test
  void anEndlessAnswerIsNotKept() {
    far.says(" ".repeat(20 << 20));

    assertThat(ask()).isEqualTo(new Unavailable(Fault.GARBAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "-97.7404,30.2747",
    "0,0",
    "NaN,-97.7",
    "1e400,-97.7",
    "48.85,2.35",
    "north,west",
    "'',''"
  })
  void aPlaceOutsideOfTheUnitedStatesIsGarbage(String lat, String lon) {
    far.says(house(lat, lon));

    assertThat(ask()).isEqualTo(new Unavailable(Fault.GARBAGE));
  }

  @Test
  void noAnswerRepeatsTheAddress() {
    far.says(house("30.2747", "-97.7404"));

    assertThat(ask().toString()).doesNotContain("Congress", "30.27", "97.74");
    assertThat(CAPITOL.toString()).doesNotContain("1100");
  }
}
