package org.joinvoices.coalition;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a link in addresses, such as {@code spring-fair}: 2 to 40 lower-case letters, digits
 * and single hyphens within. Everybody who comes by the link can read it.
 */
public record SourceName(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  /** Without letters and digits that are taken for each other. */
  private static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";

  private static final int RANDOM_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * @throws IllegalArgumentException if not of this form
   */
  public SourceName {
    if (!isOfForm(value)) {
      throw new IllegalArgumentException("not the name of a link");
    }
  }

  /** However it was typed; empty if it is none. */
  public static Optional<SourceName> parse(String typed) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    return isOfForm(plain) ? Optional.of(new SourceName(plain)) : Optional.empty();
  }

  /** One that says nothing. */
  public static SourceName random() {
    StringBuilder name = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      name.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new SourceName(name.toString());
  }

  private static boolean isOfForm(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
