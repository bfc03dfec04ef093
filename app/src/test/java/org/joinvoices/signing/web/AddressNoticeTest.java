package org.joinvoices.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.HouseGeocoder;
import org.junit.jupiter.api.Test;

/** Who types an address is told who else hears of it. */
class AddressNoticeTest {

  private static final String FORM = "/actions/sample-letter";
  private static final List<String> PAGES = List.of(FORM, FORM + "/privacy");

  @Test
  void whereNobodyIsAskedNothingIsSaid() throws Exception {
    try (var pages = new PublicPages()) {
      for (String page : PAGES) {
        assertThat(pages.open(page).getContentAsString()).doesNotContain("geocoder");
      }
    }
  }

  @Test
  void theBureauIsNamedOnTheFormAndInThePrivacyNotice() throws Exception {
    try (var pages = asking(GeocoderKind.CENSUS, GeocoderKind.CENSUS.publicServer())) {
      for (String page : PAGES) {
        assertThat(pages.open(page).getContentAsString())
            .contains("we ask the U.S. Census Bureau’s geocoder where this street lies")
            .contains("Only street, city, state and ZIP code are sent, not your name.");
        assertThat(pages.open("/es" + page).getContentAsString())
            .contains("preguntamos al geocodificador de la Oficina del Censo de EE. UU.");
      }
    }
  }

  @Test
  void anotherServerIsNamedWithThoseWhoseDataItHas() throws Exception {
    try (var pages = asking(GeocoderKind.PHOTON, URI.create("https://maps.sample.example/p"))) {
      for (String page : PAGES) {
        assertThat(pages.open(page).getContentAsString())
            .contains("we ask the geocoder maps.sample.example where")
            .contains("not your name. © OpenStreetMap contributors (ODbL).");
      }
    }
  }

  private static PublicPages asking(GeocoderKind kind, URI url) {
    return new PublicPages(Optional.of(new HouseGeocoder(kind, url, Duration.ofSeconds(1))));
  }
}
