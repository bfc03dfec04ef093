package org.joinvoices.delivery.cwc;

import java.util.regex.Pattern;

/** Makes typed text fit for XML 1.0 and CWC's fields. */
final class CwcText {

  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u0085\u2028]");
  private static final String OTHER_ENDS = "\r\u0085\u2028";
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");

  private CwcText() {}

  /** One line: no breaks, no doubled or outer spaces. */
  static String line(String typed) {
    return seen(SPACES.matcher(carried(typed)).replaceAll(" ").strip());
  }

  /** Several lines, ended by line feeds, without space at the ends. */
  static String block(String typed) {
    return seen(carried(withLineFeeds(typed)).strip());
  }

  /**
   * Most letters have no other ends, and looking for each of them costs little beside a pattern.
   */
  private static String withLineFeeds(String typed) {
    return OTHER_ENDS.chars().allMatch(end -> typed.indexOf(end) < 0)
        ? typed
        : LINE_END.matcher(typed).replaceAll("\n");
  }

  /** Nothing where there is nothing to see. */
  private static String seen(String text) {
    return NOTHING.matcher(text).matches() ? "" : text;
  }

  /** In Unicode characters, as schemas count. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * With spaces behind it, which satisfy a schema and change nothing; empty text stays empty.
   *
   * @param noted told when it was too short
   */
  static String padded(String text, int shortest, Runnable noted) {
    int missing = shortest - length(text);
    if (text.isEmpty() || missing <= 0) {
      return text;
    }
    noted.run();
    return text + " ".repeat(missing);
  }

  /** Whether XML can carry all of it. */
  static boolean isCarried(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isXmlCharacter(c)) {
        return false;
      }
    }
    return true;
  }

  /** Without what XML 1.0 (production 2, Char) cannot carry, lone surrogates among it. */
  private static String carried(String text) {
    if (isCarried(text)) {
      return text;
    }
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
