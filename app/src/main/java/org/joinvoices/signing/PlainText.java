package org.joinvoices.signing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Text from outside: what is refused, and what is tidied without being told. */
final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** Why this cannot be taken as text at all. */
  static Optional<FormFault> faultIn(String raw) {
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
    return Normalizer.normalize(visible(raw), Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }

  /** Several lines: composed, without invisible characters, line ends as {@code \n}. */
  static String lines(String raw) {
    return Normalizer.normalize(visible(raw), Normalizer.Form.NFC)
        .replaceAll("\r\n?|[\\p{Zl}\\p{Zp}]", "\n")
        .replace('\t', ' ')
        // The look behind keeps a long run of spaces from being tried from each of them.
        .replaceAll("(?<!\\p{Zs})\\p{Zs}++\n", "\n")
        .strip();
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

  private static boolean has(String text, IntPredicate bad) {
    return text.codePoints().anyMatch(bad);
  }

  /** Soft hyphen, zero-width space and marks; the joiners stay, Persian and Hindi need them. */
  private static String visible(String raw) {
    return raw.replaceAll("[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2060\\uFEFF]", "");
  }
}
