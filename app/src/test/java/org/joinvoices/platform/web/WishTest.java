package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WishTest {

  private static String wished(String header) {
    var request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", header);
    return Wish.among(List.of("en", "es", "ar"), request).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es-MX,es;q=0.9,en;q=0.8 | es",
        "en;q=0.5, ar-EG;q=0.7 | ar",
        "fr-FR, es;q=0.1 | es",
        "en-GB | en",
        "ES | es",
      })
  void isTheDearestOfThoseThatAreThere(String header, String language) {
    assertThat(wished(header)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "fr", "", " ", ";;;", "en;q=2", "es;q=0", "-", "\u0000"})
  void isNoneWhereNoneFitsOrNothingCanBeRead(String header) {
    assertThat(wished(header)).isEqualTo("none");
  }

  @Test
  void isNoneWithoutAHeaderAndForOneThatNoBrowserSends() {
    assertThat(Wish.among(List.of("en"), new MockHttpServletRequest())).isEmpty();
    assertThat(wished("es,".repeat(1_000))).isEqualTo("none");
  }
}
