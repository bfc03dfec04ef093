package org.joinvoices.districts;

/**
 * A ZIP code and the town it stands for.
 *
 * @param zip five digits
 * @param state USPS code, also FM, MH and PW
 * @param boxes true for post-office boxes and single large receivers: nobody lives at it
 */
public record ZipTown(String zip, String city, String state, boolean boxes) {

  static ZipTown of(Place place) {
    return new ZipTown(new Zip(place.zip()).toString(), place.city(), place.state(), !place.area());
  }
}
