package org.joinvoices.districts;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The geocoders we can talk to. */
public enum GeocoderKind {
  /** The U.S. Census Bureau's: free, no key, knows no post-office boxes. */
  CENSUS("https://geocoding.geo.census.gov/geocoder", ""),
  /** Nominatim 4, on data of OpenStreetMap. */
  NOMINATIM("https://nominatim.openstreetmap.org", GeocoderKind.OPEN_STREET_MAP),
  /** Photon, on data of OpenStreetMap. */
  PHOTON("https://photon.komoot.io", GeocoderKind.OPEN_STREET_MAP);

  /** As its licence, the ODbL, wants it named wherever its data is used. */
  private static final String OPEN_STREET_MAP = "© OpenStreetMap contributors (ODbL)";

  private final URI publicServer;
  private final String credit;

  GeocoderKind(String publicServer, String credit) {
    this.publicServer = URI.create(publicServer);
    this.credit = credit;
  }

  /** Empty for a word that is none of ours, such as {@code off}. */
  public static Optional<GeocoderKind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** As operators write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The server that anybody may use, without a slash at its end. */
  public URI publicServer() {
    return publicServer;
  }

  /** Whom the licence of its data asks to name. */
  public Optional<String> credit() {
    return credit.isEmpty() ? Optional.empty() : Optional.of(credit);
  }
}
