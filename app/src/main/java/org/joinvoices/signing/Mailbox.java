package org.joinvoices.signing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When two e-mail addresses are one mailbox and two names one person. Errs towards telling apart:
 * whoever is taken for somebody else loses a voice, a double only costs a look.
 */
final class Mailbox {

  /** Gmail ignores dots and whatever follows a plus sign (Google's help says so). */
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern SPACE = Pattern.compile("\\s");

  private Mailbox() {}

  /** Lower case throughout: no provider in use tells mailboxes apart by case. */
  static String canonical(EmailAddress email) {
    String address = email.value().toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    return GMAIL.contains(domain) ? gmail(local) + "@gmail.com" : address;
  }

  private static String gmail(String local) {
    int plus = local.indexOf('+');
    return (plus > 0 ? local.substring(0, plus) : local).replace(".", "");
  }

  /** The letters and digits of a name without case, accents and spaces: José Luis is joseluis. */
  static String personKey(PersonName name) {
    String whole = Normalizer.normalize(name.given() + name.family(), Normalizer.Form.NFKD);
    return NEITHER_LETTER_NOR_DIGIT.matcher(whole).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** A household shares mailbox and postal code; of a ZIP+4 the first five digits count. */
  static String householdKey(EmailAddress email, PostalAddress address) {
    String code = SPACE.matcher(address.postalCode()).replaceAll("").toUpperCase(Locale.ROOT);
    String zip = address.country().equals("US") && code.length() > 5 ? code.substring(0, 5) : code;
    return canonical(email) + " " + address.country() + " " + zip;
  }
}
