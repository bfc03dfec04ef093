package org.joinvoices.signing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joinvoices.platform.web.Digits;

/** Postal addresses: complete ones within the United States for sending, as much as given else. */
final class AddressForm {

  /** Source: CWC 2.0, element StateAbbreviation. */
  static final List<String> REGIONS =
      List.of(
          "AL", "AK", "AS", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "GU", "HI", "ID",
          "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE",
          "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "MP", "OH", "OK", "OR", "PA", "PR", "RI", "SC",
          "SD", "TN", "TX", "UT", "VT", "VI", "VA", "WA", "WV", "WI", "WY");

  /** Overseas mail of the armed forces and embassies. */
  private static final Set<String> MILITARY = Set.of("AA", "AE", "AP");

  private static final Set<String> FREELY_ASSOCIATED = Set.of("FM", "MH", "PW");

  /** ISO 3166 gives these a country code of their own; for Congress they are regions. */
  private static final Set<String> TERRITORIES = Set.of("AS", "GU", "MP", "PR", "VI");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:[- ]?(\\d{4}))?");

  /** CWC elements Address1 and City: at least three characters. */
  private static final int SHORTEST = 3;

  private AddressForm() {}

  static PostalAddress read(FormFields form, Act act) {
    String code = form.line("country", 10).toUpperCase(Locale.ROOT);
    String country = code.isEmpty() || TERRITORIES.contains(code) ? "US" : code;
    if (!COUNTRIES.contains(country)) {
      form.fault("country", FormFault.COUNTRY_UNKNOWN);
    }
    String region = TERRITORIES.contains(code) ? code : region(form, country);
    String postalCode = country.equals("US") ? zip(form) : form.line("postal_code", 20);
    return act == Act.LETTER
        ? new PostalAddress("", "", "", region, postalCode, country)
        : forSending(form, region, postalCode, country);
  }

  private static PostalAddress forSending(
      FormFields form, String region, String postalCode, String country) {
    if (!country.equals("US")) {
      form.fault("country", FormFault.COUNTRY_CANNOT_SEND);
    }
    String line = part(form, "address_line", 200, FormFault.ADDRESS_LINE_MISSING);
    String line2 = form.line("address_line2", 100);
    String locality = part(form, "locality", 100, FormFault.LOCALITY_MISSING);
    refuseWhereNobodyHears(form, region);
    form.require("region", region, FormFault.REGION_MISSING);
    form.require("postal_code", postalCode, FormFault.POSTAL_CODE_MISSING);
    return new PostalAddress(line, line2, locality, region, postalCode, country);
  }

  private static String part(FormFields form, String field, int longest, FormFault missing) {
    String value = form.line(field, longest);
    form.require(field, value, missing);
    form.requireLength(field, value, SHORTEST);
    return value;
  }

  private static String region(FormFields form, String country) {
    if (!country.equals("US")) {
      return form.line("region", 60);
    }
    String region = form.line("region", 60).toUpperCase(Locale.ROOT);
    boolean known =
        REGIONS.contains(region) || MILITARY.contains(region) || FREELY_ASSOCIATED.contains(region);
    if (!region.isEmpty() && !known) {
      form.fault("region", FormFault.REGION_UNKNOWN);
    }
    return region;
  }

  private static void refuseWhereNobodyHears(FormFields form, String region) {
    if (MILITARY.contains(region)) {
      form.fault("region", FormFault.REGION_MILITARY);
    }
    if (FREELY_ASSOCIATED.contains(region)) {
      form.fault("region", FormFault.REGION_FREELY_ASSOCIATED);
    }
  }

  private static String zip(FormFields form) {
    String typed = Digits.latin(form.line("postal_code", 20));
    var zip = ZIP.matcher(typed);
    if (typed.isEmpty() || !zip.matches()) {
      if (!typed.isEmpty()) {
        form.fault("postal_code", FormFault.ZIP_FORM);
      }
      return "";
    }
    return zip.group(2) == null ? zip.group(1) : zip.group(1) + "-" + zip.group(2);
  }
}
