package org.joinvoices.districts;

import java.net.URI;
import java.time.Duration;
import org.joinvoices.districts.geocoder.CensusBatch;
import org.joinvoices.districts.geocoder.CensusGeocoder;
import org.joinvoices.districts.geocoder.FarSide;
import org.joinvoices.districts.geocoder.NominatimGeocoder;
import org.joinvoices.districts.geocoder.PhotonGeocoder;

/** Makes geocoders. */
public final class Geocoders {

  private Geocoders() {}

  /**
   * @param url the server, without a slash at its end
   * @param timeout from the start of a question to the end of its answer
   * @param userAgent who asks; the public servers want to know
   */
  public static Geocoder open(GeocoderKind kind, URI url, Duration timeout, String userAgent) {
    var far = new FarSide(url, timeout, userAgent);
    return switch (kind) {
      case CENSUS -> new CensusGeocoder(far);
      case NOMINATIM -> new NominatimGeocoder(far);
      case PHOTON -> new PhotonGeocoder(far);
    };
  }

  /** The Census Bureau's, for many addresses at once; it takes minutes for the most it takes. */
  public static BatchGeocoder census(URI url, Duration timeout, String userAgent) {
    return new CensusBatch(new FarSide(url, timeout, userAgent));
  }
}
