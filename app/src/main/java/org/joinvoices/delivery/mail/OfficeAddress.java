package org.joinvoices.delivery.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The e-mail address of an office in the form every mail server takes: a plain local part (RFC
 * 5321, 4.1.2, Dot-string) and a domain in ASCII (RFC 5890).
 */
record OfficeAddress(String value) {

  /** RFC 5321, 4.5.3.1: a path is at most 256 octets with its brackets. */
  private static final int LONGEST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Empty for what is no address, and for a local part beyond ASCII: only some servers take that.
   */
  static Optional<OfficeAddress> parse(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    try {
      String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      String ascii = address.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT);
      return ascii.length() <= LONGEST && FORM.matcher(ascii).matches()
          ? Optional.of(new OfficeAddress(ascii))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
