package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPointTest {

  @ParameterizedTest
  @ValueSource(strings = {"41.5,-81.25", " 41.5 , -81.25 ", "+41.50000000000000001,-81.250"})
  void degreesWithADecimalPointAreAPoint(String text) {
    assertThat(GeoPoint.parse(text)).contains(new GeoPoint(41.5, -81.25));
  }

  @Test
  void wholeDegreesAreToo() {
    assertThat(GeoPoint.parse("-90", "180")).contains(new GeoPoint(-90, 180));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "41.5", "41.5,", ",1", "41.5,-81.25,3", "41.,1", ".5,1", "-,1", "1e1,1", "0x1,1", "1d,1",
        "NaN,1", "Infinity,1", "91,1", "1,181", "1000,1", "4 1,1", "٤١,1", "41,5;1", "--1,1",
            "1.2.3,1"
      })
  void allElseIsNone(String text) {
    assertThat(GeoPoint.parse(text)).isEmpty();
  }
}
