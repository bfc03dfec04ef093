package org.joinvoices.signing.web;

import java.util.Optional;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.HouseGeocoder;
import org.joinvoices.platform.web.Words;

/** Tells people, before they type their address, who else is told of it. */
final class AddressNotice {

  private final Optional<HouseGeocoder> geocoder;

  AddressNotice(Optional<HouseGeocoder> geocoder) {
    this.geocoder = geocoder;
  }

  /** Empty where nobody is. */
  Optional<String> in(Words words) {
    return geocoder.map(asked -> notice(asked, words));
  }

  private static String notice(HouseGeocoder asked, Words words) {
    if (asked.kind() == GeocoderKind.CENSUS && asked.isPublic()) {
      return words.get("form.geocoder.census");
    }
    String notice = words.get("form.geocoder.other", asked.url().getHost());
    return asked.kind().credit().map(credit -> notice + " " + credit + ".").orElse(notice);
  }
}
