package org.joinvoices.districts.geocoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotonGeocoderTest extends GeocoderContract {

  @Override
  Geocoder geocoder(FarSide side) {
    return new PhotonGeocoder(side);
  }

  @Override
  String house(String lat, String lon) {
    return reply(feature(lat, lon, HOUSE));
  }

  private static final String HOUSE =
      "\"housenumber\":\"1100\",\"postcode\":\"78701\",\"countrycode\":\"US\",\"type\":\"house\"";

  @Override
  String twoHouses() {
    return reply(feature("30.2747", "-97.7404", HOUSE) + "," + feature("30.4", "-97.7", HOUSE));
  }

  @Override
  String nothing() {
    return reply("");
  }

  @Test
  void aStreetWithoutTheHouseIsAsDoubtfulAsItIsLong() {
    far.says(
        reply(
            feature(
                "30.2747",
                "-97.7404",
                "\"type\":\"street\",\"extent\":[-97.75,30.28,-97.73,30.26],\"countrycode\":\"US\"")));

    var place = ((Found) ask()).place();

    assertThat(place.exact()).isFalse();
    assertThat(place.accuracyMetres().orElseThrow()).isBetween(1_400.0, 2_000.0);
    assertThat(far.asked().getFirst())
        .startsWith("/base/api?q=1100 Congress Ave, Austin, TX 78701&");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "another number; \"housenumber\":\"11\",\"postcode\":\"78701\",\"countrycode\":\"US\"",
        "another ZIP code; \"housenumber\":\"1100\",\"postcode\":\"78702\",\"countrycode\":\"US\"",
        "another country; \"housenumber\":\"1100\",\"countrycode\":\"MX\"",
        "a town; \"type\":\"city\",\"countrycode\":\"US\"",
      })
  void whatItGuessesBesideIsLeftOut(String what, String properties) {
    far.says(reply(feature("30.2747", "-97.7404", properties)));

    assertThat(ask()).isEqualTo(new Answer.None());
  }

  private static String feature(String lat, String lon, String properties) {
    boolean number = lat.matches("-?[0-9.]+") && lon.matches("-?[0-9.]+");
    String at = number ? lon + "," + lat : "\"" + lon + "\",\"" + lat + "\"";
    return """
    {"type":"Feature","geometry":{"type":"Point","coordinates":[%s]},"properties":{"osm_key":"x",%s}}"""
        .formatted(at, properties);
  }

  private static String reply(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }
}
