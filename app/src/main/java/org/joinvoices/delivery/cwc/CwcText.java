package org.joinvoices.delivery.cwc;

import java.util.regex.Pattern;

/** Makes typed text fit for XML 1.0 and CWC's fields. */
final class CwcText {

  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u0085\u2028]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern PHONE = Pattern.compile("[0-9]{3}-[0-9]{3}-[0-9]{4}");

  /** CWC 2.0: OrganizationStatement and ConstituentMessage have 6 characters or more. */
  private static final int SHORTEST_LETTER = 6;

  private CwcText() {}

  /** One line: no breaks, no doubled or outer spaces. */
  static String line(String typed) {
    return SPACES.matcher(carried(typed)).replaceAll(" ").strip();
  }

  /** Several lines, ended by line feeds, without space at the ends. */
  static String block(String typed) {
    return carried(LINE_END.matcher(typed).replaceAll("\n")).strip();
  }

  /**
   * As {@link #block}. "Yes!" is a message too: spaces behind it satisfy the schema and change
   * nothing of what was said.
   */
  static String letter(String typed) {
    String text = block(typed);
    int length = text.codePointCount(0, text.length());
    return text.isEmpty() ? text : text + " ".repeat(Math.max(0, SHORTEST_LETTER - length));
  }

  /** CWC takes one form of phone numbers only; any other is left out. */
  static String phone(String typed) {
    String phone = typed.strip();
    return PHONE.matcher(phone).matches() ? phone : "";
  }

  /** Without what XML 1.0 (production 2, Char) cannot carry, lone surrogates among it. */
  private static String carried(String text) {
    return text.codePoints()
        .filter(CwcText::isXmlCharacter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
