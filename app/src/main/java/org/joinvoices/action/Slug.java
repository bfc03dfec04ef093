package org.joinvoices.action;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an action in addresses, for example {@code join-voices-with-asylum-seekers}: 3 to 80
 * characters, lower case letters, digits and single hyphens.
 */
public record Slug(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * @throws IllegalArgumentException if not of this form
   */
  public Slug {
    if (value.length() < 3 || value.length() > 80 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a slug: 3 to 80 lower-case letters, digits, hyphens");
    }
  }

  /** For text from outside: empty if not of the form. */
  public static Optional<Slug> parse(String text) {
    try {
      return Optional.of(new Slug(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
