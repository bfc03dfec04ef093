package org.joinvoices.platform.web;

/** Digits as keyboards of other scripts type them, such as Arabic or Devanagari ones. */
public final class Digits {

  private Digits() {}

  /** The same text with 0 to 9 for every decimal digit of Unicode. */
  public static String latin(String typed) {
    var latin = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            point -> {
              if (Character.isDigit(point)) {
                latin.append(Character.digit(point, 10));
              } else {
                latin.appendCodePoint(point);
              }
            });
    return latin.toString();
  }
}
