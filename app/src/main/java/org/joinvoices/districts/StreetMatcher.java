package org.joinvoices.districts;

import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Match.Ambiguous;

/**
 * Matches by ZIP code and, where that leaves several districts and a geocoder is on, by the street.
 * Nobody is told an address whose ZIP code says it all. Whatever a geocoder does, the answer by ZIP
 * code is the least one gets.
 */
public final class StreetMatcher {

  private final Districts districts;
  private final Optional<Geocoder> geocoder;

  private StreetMatcher(Districts districts, Optional<Geocoder> geocoder) {
    this.districts = districts;
    this.geocoder = geocoder;
  }

  /** By ZIP codes alone. */
  public static StreetMatcher off(Districts districts) {
    return new StreetMatcher(districts, Optional.empty());
  }

  public static StreetMatcher asking(Districts districts, Geocoder geocoder) {
    return new StreetMatcher(districts, Optional.of(geocoder));
  }

  /**
   * As {@link Districts#match(String, String, String, LocalDate)}, with the street.
   *
   * @param country ISO 3166-1 alpha-2
   * @param on the civic date in Washington
   */
  public Match match(StreetAddress address, String country, LocalDate on) {
    Match byZip = districts.match(address.postalCode(), address.region(), country, on);
    return byZip instanceof Ambiguous several && geocoder.isPresent() && canSettle(address, on)
        ? settle(several, geocoder.get().locate(address, congress(on)), on)
        : byZip;
  }

  /** Whether it is of use to ask where the address lies. */
  public boolean canSettle(StreetAddress address, LocalDate on) {
    return address.isStreet() && districts.points(on).isPresent();
  }

  private int congress(LocalDate on) {
    return districts.congress(on).orElseThrow();
  }

  /** The answer by ZIP code, narrowed by what a geocoder said. */
  public Match settle(Ambiguous byZip, Answer answer, LocalDate on) {
    return answer instanceof Answer.Found(var place)
        ? districts.points(on).map(points -> points.settle(byZip, place)).orElse(byZip)
        : byZip;
  }
}
