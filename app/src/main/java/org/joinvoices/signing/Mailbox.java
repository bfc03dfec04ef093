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
    String whole = Normalizer.normalize(name.given() + name.family(), Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(whole).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * A household shares mailbox and postal code; of a ZIP+4 the first five digits count.
   *
   * @param mailbox as {@link MailboxRules#canonical} names it
   */
  static String householdKey(String mailbox, PostalAddress address) {
    String code = SPACE.matcher(address.postalCode()).replaceAll("").toUpperCase(Locale.ROOT);
    String zip = address.country().equals("US") && code.length() > 5 ? code.substring(0, 5) : code;
    return mailbox + " " + address.country() + " " + zip;
  }
}
