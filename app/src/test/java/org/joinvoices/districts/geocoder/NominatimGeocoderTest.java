package org.joinvoices.districts.geocoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Answer.Found;
import org.junit.jupiter.api.Test;

class NominatimGeocoderTest extends GeocoderContract {

  @Override
  Geocoder geocoder(FarSide side) {
    return new NominatimGeocoder(side);
  }

  @Override
  String house(String lat, String lon) {
    return "[" + place(lat, lon, "1100", "building") + "]";
  }

  @Override
  String twoHouses() {
    return "[%s,%s]"
        .formatted(
            place("30.2747", "-97.7404", "1100", "building"),
            place("30.4000", "-97.7404", "1100", "building"));
  }

  @Override
  String nothing() {
    return "[]";
  }

  @Test
  void twoEntrancesOfOneHouseAreOnePlace() {
    far.says(
        "[%s,%s]"
            .formatted(
                place("30.2747", "-97.7404", "1100", "building"),
                place("30.2750", "-97.7404", "1100", "office")));

    assertThat(ask()).isInstanceOf(Found.class);
    assertThat(far.asked().getFirst())
        .startsWith("/base/search?street=1100 Congress Ave&city=Austin&state=TX&postalcode=78701")
        .contains("countrycodes=us", "format=jsonv2");
  }

  @Test
  void aStreetWithoutTheHouseIsAsDoubtfulAsItIsLong() {
    far.says("[" + place("30.2747", "-97.7404", "", "road") + "]");

    var place = ((Found) ask()).place();

    assertThat(place.exact()).isFalse();
    assertThat(place.accuracyMetres().orElseThrow()).isBetween(1_400.0, 2_000.0);
  }

  @Test
  void anotherNumberIsNotTheHouseAndATownIsNoStreet() {
    far.says(
        "[%s,%s]"
            .formatted(
                place("30.2747", "-97.7404", "11", "building"),
                place("30.27", "-97.74", "", "city")));

    assertThat(ask()).isEqualTo(new Answer.None());
  }

  private static String place(String lat, String lon, String number, String type) {
    return """
    {"place_id":1,"licence":"Data © OpenStreetMap contributors, ODbL 1.0","lat":"%s","lon":"%s","category":"x","addresstype":"%s",
     "importance":0.1,"display_name":"x","boundingbox":["30.26","30.28","-97.75","-97.73"],
     "address":{%s"road":"Congress Avenue","postcode":"78701","state":"Texas","ISO3166-2-lvl4":"US-TX"}}"""
        .formatted(lat, lon, type, number.isEmpty() ? "" : "\"house_number\":\"" + number + "\",");
  }
}
