package org.joinvoices.districts;

import java.util.List;

/** A geocoder that is asked about many addresses at once. */
@FunctionalInterface
public interface BatchGeocoder {

  /** What the Census Bureau takes at once. */
  int MOST = 10_000;

  /**
   * @param addresses at most {@link #MOST}
   * @return an answer for each, in their order
   */
  List<Geocoder.Answer> locate(List<StreetAddress> addresses);
}
