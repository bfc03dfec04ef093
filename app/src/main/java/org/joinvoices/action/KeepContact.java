package org.joinvoices.action;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long contact data outlasts a letter's closing, in calendar days or months.
 *
 * @param unit {@code DAYS} or {@code MONTHS}
 */
public record KeepContact(int amount, ChronoUnit unit) {

  /** Where a letter says nothing. */
  public static final KeepContact STANDARD = new KeepContact(6, ChronoUnit.MONTHS);

  /** Two years: whoever needs it for longer needs another reason than the letter. */
  private static final int MOST_MONTHS = 24;

  private static final int MOST_DAYS = 730;
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2}) (day|month)s?");

  /**
   * @throws IllegalArgumentException if it is nothing, or more than two years
   */
  public KeepContact {
    int most = unit == ChronoUnit.MONTHS ? MOST_MONTHS : MOST_DAYS;
    if (amount < 1 || amount > most || (unit != ChronoUnit.MONTHS && unit != ChronoUnit.DAYS)) {
      throw new IllegalArgumentException("contact data is kept from one day to two years");
    }
  }

  /** Reads {@code 6 months} or {@code 90 days}; empty for anything else, or beyond two years. */
  static Optional<KeepContact> parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int amount = Integer.parseInt(parts.group(1));
    var unit = parts.group(2).equals("day") ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
    boolean allowed = amount <= (unit == ChronoUnit.DAYS ? MOST_DAYS : MOST_MONTHS);
    return allowed ? Optional.of(new KeepContact(amount, unit)) : Optional.empty();
  }

  ZonedDateTime after(ZonedDateTime closes) {
    return closes.plus(amount, unit);
  }

  /** As a publishing folder writes it. */
  @Override
  public String toString() {
    String many = unit.toString().toLowerCase(Locale.ROOT);
    return amount + " " + (amount == 1 ? many.substring(0, many.length() - 1) : many);
  }
}
