package org.joinvoices.delivery.cwc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of the North American Numbering Plan, the only one CWC has a form for.
 *
 * @param value {@code NNN-NNN-NNNN}
 * @param hadExtension whether an extension was left out
 */
record PhoneNumber(String value, boolean hadExtension) {

  /** The possessive parts keep long runs of digits from being tried in every way. */
  private static final Pattern TYPED =
      Pattern.compile(
          "([^a-zA-Z#]++)(?:(?:extension|ext|x|#)[.:]?\\s*(\\d{1,8}))?", Pattern.CASE_INSENSITIVE);

  private static final Pattern FILLING = Pattern.compile("[\\s().,/\\p{Pd}\u00A0]");

  /**
   * Neither area code nor exchange begins with 0 or 1 or is of the kind 911. After a plus sign only
   * the country code 1 is ours.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\+?1)?([2-9](?!11)\\d{2})([2-9](?!11)\\d{2})(\\d{4})");

  static Optional<PhoneNumber> parse(String typed) {
    var parts = TYPED.matcher(typed.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    var number = NUMBER.matcher(FILLING.matcher(parts.group(1)).replaceAll(""));
    return number.matches()
        ? Optional.of(
            new PhoneNumber(
                number.group(1) + "-" + number.group(2) + "-" + number.group(3),
                parts.group(2) != null))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "PhoneNumber[hidden]";
  }
}
