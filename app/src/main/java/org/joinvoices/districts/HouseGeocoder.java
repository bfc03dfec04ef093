package org.joinvoices.districts;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.joinvoices.platform.clock.SteadyClock;
import org.joinvoices.platform.settings.Settings;

/**
 * Whom a house asks where a street lies.
 *
 * @param url the server, without a slash at its end
 * @param timeout how long a signature waits for it at most
 */
public record HouseGeocoder(GeocoderKind kind, URI url, Duration timeout) {

  /** Nominatim's usage policy; kept for every public server but the Bureau's, which names none. */
  private static final Duration PUBLIC_GAP = Duration.ofSeconds(1);

  /** Empty where none is set. */
  public static Optional<HouseGeocoder> of(Settings settings) {
    return Optional.ofNullable(settings.geocoder())
        .flatMap(
            set ->
                GeocoderKind.parse(set.kind())
                    .map(
                        kind ->
                            new HouseGeocoder(
                                kind,
                                Objects.requireNonNullElse(set.url(), kind.publicServer()),
                                set.timeout())));
  }

  /** Whether it is the server that anybody may use. */
  public boolean isPublic() {
    return url.equals(kind.publicServer());
  }

  /**
   * @param house public address of the house, by which it names itself
   */
  public Geocoder open(URI house) {
    return Geocoders.open(kind, url, timeout, "JoinVoices (+" + house + ")");
  }

  /** With all the care that signing needs. */
  Geocoder cautious(URI house) {
    boolean gap = isPublic() && kind != GeocoderKind.CENSUS;
    return new CautiousGeocoder(open(house), gap ? PUBLIC_GAP : Duration.ZERO, new SteadyClock());
  }
}
