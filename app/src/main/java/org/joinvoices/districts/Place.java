package org.joinvoices.districts;

/**
 * A ZIP code on the map.
 *
 * @param zip number of the ZIP code, 0 to 99999
 * @param state USPS code, also FM, MH and PW
 * @param city name the Postal Service prefers
 * @param lat hundredths of a degree north, fine enough (about 1 km) to tell which town is nearer
 * @param lng hundredths of a degree east
 * @param area true for a ZIP code that covers an area; others are post-office boxes and single
 *     large receivers, whose "city" may be a company
 */
record Place(int zip, String state, String city, int lat, int lng, boolean area) {

  /** Square of the distance in hundredths of a degree of latitude; for comparing only. */
  double distanceTo(Place other) {
    double north = lat - other.lat;
    double east = (lng - other.lng) * Math.cos(Math.toRadians(lat / 100.0));
    return north * north + east * east;
  }

  GeoPoint point() {
    return new GeoPoint(lat / 100.0, lng / 100.0);
  }

  /** Post offices of the armed forces at home. */
  boolean isPost() {
    return city.matches("[AFD]PO( AA| AE| AP)?");
  }
}
