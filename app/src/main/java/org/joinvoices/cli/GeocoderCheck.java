package org.joinvoices.cli;

import java.net.URI;
import java.util.Optional;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.HouseGeocoder;
import org.joinvoices.districts.StreetAddress;
import org.joinvoices.platform.doctor.Finding;
import org.joinvoices.platform.settings.OperatorSettings;

/** Asks a house's geocoder about a building that everybody knows. */
final class GeocoderCheck {

  private static final String SUBJECT = "geocoder";

  private static final StreetAddress TEXAS_CAPITOL =
      new StreetAddress("1100 Congress Ave", "Austin", "TX", "78701");

  private static final int CONGRESS = 119;

  private GeocoderCheck() {}

  static Finding of(OperatorSettings settings) {
    return find(settings)
        .map(geocoder -> finding(geocoder.locate(TEXAS_CAPITOL, CONGRESS)))
        .orElseGet(
            () -> Finding.ok(SUBJECT, "off: signers choose where a ZIP code leaves several"));
  }

  private static Optional<Geocoder> find(OperatorSettings settings) {
    return GeocoderKind.parse(settings.get("geocoder.kind"))
        .map(
            kind ->
                new HouseGeocoder(
                        kind,
                        settings.find("geocoder.url").map(URI::create).orElse(kind.publicServer()),
                        ServeProperties.geocoderTimeout(settings))
                    .open(URI.create(settings.get("base-url"))));
  }

  private static Finding finding(Answer answer) {
    String remedy =
        "Look at geocoder.kind, geocoder.url and geocoder.timeout; meanwhile ZIP codes decide.";
    return switch (answer) {
      case Answer.Found _ -> Finding.ok(SUBJECT, "finds the Texas Capitol");
      case Answer.Tie _, Answer.None _ ->
          Finding.warning(SUBJECT, "answers, but does not find the Texas Capitol", remedy);
      case Answer.Unavailable(var fault) ->
          Finding.warning(SUBJECT, "gives no answer: " + fault.word(), remedy);
    };
  }
}
