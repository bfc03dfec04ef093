package org.joinvoices.signing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Text from outside: what is refused, and what is tidied without being told. */
final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  /** Soft hyphen, zero-width space and marks; the joiners stay, Persian and Hindi need them. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2060\\uFEFF]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LINE_END = Pattern.compile("\r\n?|[\\p{Zl}\\p{Zp}]");

  /** The look behind keeps a long run of spaces from being tried from each of them. */
  private static final Pattern SPACE_AT_END = Pattern.compile("(?<!\\p{Zs})\\p{Zs}++\n");

  private PlainText() {}

  /** Why this cannot be taken as text at all. */
  static Optional<FormFault> faultIn(String raw) {
    if (isPlain(raw)) {
      return Optional.empty();
    }
    if (has(raw, c -> c == REPLACEMENT || isSurrogate(c))) {
      return Optional.of(FormFault.UNREADABLE);
    }
    if (has(raw, PlainText::turnsDirection)) {
      return Optional.of(FormFault.DIRECTION_CHARACTERS);
    }
    return has(raw, c -> isControl(c) && !isLineBreak(c))
        ? Optional.of(FormFault.CONTROL_CHARACTERS)
        : Optional.empty();
  }

  /** One line: composed, without invisible characters, single spaces. */
  static String line(String raw) {
    return SPACE.matcher(composed(raw)).replaceAll(" ").strip();
  }

  /** Several lines: composed, without invisible characters, line ends as {@code \n}. */
  static String lines(String raw) {
    String lines = LINE_END.matcher(composed(raw)).replaceAll("\n").replace('\t', ' ');
    return SPACE_AT_END.matcher(lines).replaceAll("\n").strip();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  static boolean isUnshowable(int c) {
    return isControl(c) || isSurrogate(c) || turnsDirection(c);
  }

  /** Overrides, embeddings and isolates; the plain marks are merely invisible. */
  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Includes U+FFFE and its like, which XML 1.0 and so CWC cannot carry. */
  private static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static boolean isSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  /** Printable ASCII only, as most of what is typed: nothing in it to refuse or to leave out. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean has(String text, IntPredicate bad) {
    return text.codePoints().anyMatch(bad);
  }

  private static String composed(String raw) {
    return isAscii(raw) ? raw : composedAnew(raw);
  }

  /** Most of what is typed, in which nothing is to be composed or left out. */
  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String composedAnew(String raw) {
    return Normalizer.normalize(INVISIBLE.matcher(raw).replaceAll(""), Normalizer.Form.NFC);
  }
}
