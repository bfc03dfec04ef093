package org.joinvoices.districts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A seat in Congress, whoever holds it (design decision D13): {@code OH-11} (House district),
 * {@code WY-00} (at-large), {@code DC-00} (delegate), {@code OH-S1} (senator of class 1).
 */
public record Seat(String value) implements Comparable<Seat> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}-(S[123]|[0-9]{2})");

  /**
   * @throws IllegalArgumentException if not of this form; whether the seat exists is not checked
   */
  public Seat {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a seat: " + value);
    }
  }

  /** For text from outside: empty if not of the form. */
  public static Optional<Seat> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Seat(text)) : Optional.empty();
  }

  public static Seat house(String state, int district) {
    return new Seat("%s-%02d".formatted(state, district));
  }

  public static Seat senate(String state, int senateClass) {
    return new Seat(state + "-S" + senateClass);
  }

  /** USPS code of the state or territory. */
  public String state() {
    return value.substring(0, 2);
  }

  public boolean isSenate() {
    return value.charAt(3) == 'S';
  }

  /** {@code senate} or {@code house}, as in JSON answers. */
  public String chamber() {
    return isSenate() ? "senate" : "house";
  }

  /** District number (0 = at-large or delegate) or senate class. */
  public int number() {
    return Integer.parseInt(value.substring(isSenate() ? 4 : 3));
  }

  @Override
  public int compareTo(Seat other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
