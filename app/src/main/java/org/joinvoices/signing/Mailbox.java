package org.joinvoices.signing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two names are one person and two people one household. Errs towards telling apart: whoever
 * is taken for somebody else loses a voice, a double only costs a look.
 */
final class Mailbox {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern SPACE = Pattern.compile("\\s");

  private Mailbox() {}

  /** The letters and digits of a name without case, accents and spaces: José Luis is joseluis. */
  static String personKey(PersonName name) {
    return plain(name.given() + name.family());
  }

  /** Street and postal code as written on paper; empty text where neither is. */
  static String placeKey(String street, PostalAddress address) {
    String code = postalKey(address);
    String line = plain(street);
    return line.isEmpty() && code.isEmpty() ? "" : line + " " + address.country() + " " + code;
  }

  private static String plain(String text) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(whole).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * A household shares mailbox and postal code; of a ZIP+4 the first five digits count.
   *
   * @param mailbox as {@link MailboxRules#canonical} names it
   */
  static String householdKey(String mailbox, PostalAddress address) {
    return mailbox + " " + address.country() + " " + postalKey(address);
  }

  private static String postalKey(PostalAddress address) {
    String code = SPACE.matcher(address.postalCode()).replaceAll("").toUpperCase(Locale.ROOT);
    return address.country().equals("US") && code.length() > 5 ? code.substring(0, 5) : code;
  }
}
