package org.joinvoices.coalition;

import java.text.Normalizer;
import java.util.Optional;

/** What people call a partner or a link: one line of 1 to 80 characters. */
public record ShownName(String value) {

  public static final int LONGEST = 80;

  /** However it was typed; empty if it is none. Characters nobody can see are no name. */
  public static Optional<ShownName> parse(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    boolean odd = plain.codePoints().anyMatch(ShownName::isUnseen);
    return plain.isEmpty() || plain.length() > LONGEST || odd
        ? Optional.empty()
        : Optional.of(new ShownName(plain));
  }

  /** Control and format characters, among them those that turn the direction of a line. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> c == 0xFFFD;
    };
  }
}
