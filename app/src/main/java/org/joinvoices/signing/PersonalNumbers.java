package org.joinvoices.signing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Numbers that should not stand in a text officials will read: immigration file numbers (A and
 * eight or nine digits), USCIS receipt numbers (three letters and ten digits), social-security
 * numbers. Generous on purpose: a false warning costs one click.
 */
final class PersonalNumbers {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\bA[-#.\\s]{0,3}\\d{2,3}[-.\\s]?\\d{3}[-.\\s]?\\d{3}(?!\\d)"
              + "|\\b[A-Z]{3}[-\\s]?\\d{10}(?!\\d)"
              + "|(?<!\\d)\\d{3}[-.\\s]?\\d{2}[-.\\s]?\\d{4}(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DASH = Pattern.compile("\\p{Pd}");

  private PersonalNumbers() {}

  static boolean areIn(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NUMBER.matcher(DASH.matcher(plain).replaceAll("-")).find();
  }
}
