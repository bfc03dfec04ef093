package org.joinvoices.districts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a geocoder is told of an address within the United States; empty text where nothing is
 * known. No name and no flat: a house needs neither to be found.
 *
 * @param line number and street
 * @param locality city or town
 * @param region USPS code of the state
 * @param postalCode ZIP code or ZIP+4
 */
public record StreetAddress(String line, String locality, String region, String postalCode) {

  private static final Pattern ONE_LINE =
      Pattern.compile(
          "(.*\\S)\\s*,([^,]+)[,\\s]\\s*([A-Za-z]{2})[,\\s]\\s*([0-9]{5}(?:-?[0-9]{4})?)");

  /** Boxes lie in a post office, not where their holder lives; "Apartado" is Puerto Rico's word. */
  private static final Pattern BOX =
      Pattern.compile(
          "(?i)^\\W*(?:p\\W*o\\W*b(?:ox)?\\b|(?:p\\W*o|post\\W*office)\\W*box|(?:box|apartado|general delivery)\\b)"
              + ".*");

  /** For {@code street, city, ST ZIP}: empty if not of the form. */
  public static Optional<StreetAddress> parse(String text) {
    Matcher form = ONE_LINE.matcher(text.strip());
    return form.matches()
        ? Optional.of(
            new StreetAddress(
                form.group(1).strip(), form.group(2).strip(), form.group(3), form.group(4)))
        : Optional.empty();
  }

  /** Whether there is a street to look for. */
  boolean isStreet() {
    return !line.isBlank() && !BOX.matcher(line).matches();
  }

  /** As on an envelope, in one line. */
  public String oneLine() {
    return "%s, %s, %s %s".formatted(line, locality, region, postalCode);
  }

  @Override
  public String toString() {
    return "StreetAddress[hidden]";
  }
}
