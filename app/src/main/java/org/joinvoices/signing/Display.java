package org.joinvoices.signing;

import java.util.Locale;

/**
 * How a signer is shown on the page and in the petition book; does not govern messages to Congress.
 */
public enum Display {
  FULL,
  INITIALS,
  COUNT_ONLY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as it may be shown; empty text when it may not. */
  String show(PersonName name) {
    return switch (this) {
      case FULL -> (name.given() + " " + name.family()).strip();
      case INITIALS -> (initial(name.given()) + " " + initial(name.family())).strip();
      case COUNT_ONLY -> "";
    };
  }

  private static String initial(String part) {
    return part.codePoints()
        .filter(Character::isLetter)
        .mapToObj(letter -> Character.toString(letter).toUpperCase(Locale.ROOT) + ".")
        .findFirst()
        .orElse("");
  }

  static Display parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
