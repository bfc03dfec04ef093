package org.joinvoices.districts.geocoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusGeocoderTest extends GeocoderContract {

  private static final String AUSTIN = layer("119", "4837", "37");

  @Override
  Geocoder geocoder(FarSide side) {
    return new CensusGeocoder(side);
  }

  @Override
  String house(String lat, String lon) {
    return reply(match(lat, lon, AUSTIN));
  }

  @Override
  String twoHouses() {
    return reply(match("30.2747", "-97.7404", AUSTIN) + "," + match("30.4", "-97.7", AUSTIN));
  }

  @Override
  String nothing() {
    return reply("");
  }

  @Test
  void namesTheDistrictOfTheCongressAskedFor() {
    far.says(house("30.2747", "-97.7404"));

    assertThat(district()).contains(Seat.house("TX", 37));
    assertThat(far.asked().getFirst())
        .startsWith("/base/geographies/address?")
        .contains("benchmark=Public_AR_Current", "vintage=ACS2025_Current", "layers=all");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the next Congress alone,       120, 4810, 10",
    "a layer that says nothing,     '',  4837, 37",
    "a layer that contradicts,      118, 4837, 37",
  })
  void theDistrictOfAnotherCongressIsNeverUsed(
      String which, String session, String geoid, String name) {
    String named = session.equals("118") ? "119" : session.isEmpty() ? "119" : session;
    far.says(reply(match("30.2747", "-97.7404", layer(named, session, geoid, name))));

    assertThat(district()).isEmpty();
  }

  @Test
  void theRightSessionIsFoundBesideAnother() {
    far.says(reply(match("30.2747", "-97.7404", layer("120", "4810", "10") + "," + AUSTIN)));

    assertThat(district()).contains(Seat.house("TX", 37));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Alaska at large,                 0200, 'Congressional District (at Large)', AK-00",
    "the capital's delegate,          1198, 'Delegate District (at Large)',      DC-00",
    "the resident commissioner,       7298, 'Resident Commissioner District',    PR-00",
    "Missouri's third,                2903, 3,                                   MO-03",
  })
  void wholeStatesAndDelegatesAreDistrictsToo(String who, String geoid, String name, String seat) {
    far.says(reply(match("38.9", "-77.0", layer("119", geoid, name))));

    assertThat(district()).contains(new Seat(seat));
  }

  @ParameterizedTest
  @CsvSource({"48ZZ", "9937", "37", "''"})
  void noDistrictAtAllIsNone(String geoid) {
    far.says(reply(match("30.2747", "-97.7404", layer("119", geoid, "x"))));

    assertThat(district()).isEmpty();
  }

  private Optional<Seat> district() {
    return ((Found) ask()).place().district();
  }

  private static String layer(String session, String geoid, String name) {
    return layer(session, session, geoid, name);
  }

  private static String layer(String named, String session, String geoid, String name) {
    return """
    "%sth Congressional Districts":[{"GEOID":"%s","CENTLAT":"+30.2","BASENAME":"%s","NAME":"x","CDSESSN":"%s","STATE":"48"}]"""
        .formatted(named, geoid, name, session);
  }

  private static String match(String lat, String lon, String layers) {
    return """
    {"tigerLine":{"side":"L","tigerLineId":"1"},"geographies":{"States":[{"GEOID":"48"}],%s},"coordinates":{"x":"%s","y":"%s"},
     "addressComponents":{"city":"AUSTIN","state":"TX","zip":"78701"},"matchedAddress":"1100 CONGRESS AVE, AUSTIN, TX, 78701"}"""
        .formatted(layers, lon, lat);
  }

  private static String reply(String matches) {
    return """
    {"result":{"input":{"address":{}},"addressMatches":[%s]},"news":1}"""
        .formatted(matches);
  }
}
