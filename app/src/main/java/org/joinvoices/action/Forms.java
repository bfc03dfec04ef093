package org.joinvoices.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;

/** Forms of single values in a publishing folder; each is empty for text not of its form. */
final class Forms {

  static final String PHONE_REMEDY = "Write NNN-NNN-NNNN; offices expect it.";
  static final String SEAT_REMEDY = "Write a seat, such as OH-11, WY-00 or OH-S1.";
  static final String HTTPS_REMEDY = "Write the whole address, with https://.";
  static final String EMAIL_REMEDY = "Write one address, such as office@example.org.";

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>\",;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** The form of every telephone element in CWC 2.0. */
  private static final Pattern PHONE = Pattern.compile("\\d{3}-\\d{3}-\\d{4}");

  /** Anywhere in the world, as people write them. */
  private static final Pattern ANY_PHONE = Pattern.compile("\\+?\\d[\\d ().-]{4,28}\\d");

  private static final Pattern HTTPS = Pattern.compile("https://[^\\s<>\"]+");
  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

  private Forms() {}

  static Optional<String> email(String text) {
    return of(EMAIL, text);
  }

  static Optional<String> phone(String text) {
    return of(PHONE, text);
  }

  static Optional<String> anyPhone(String text) {
    return of(ANY_PHONE, text);
  }

  static Optional<String> https(String text) {
    return of(HTTPS, text);
  }

  /** Two letters of ISO 3166-1. */
  static Optional<String> country(String text) {
    return Optional.of(text).filter(COUNTRIES::contains);
  }

  /** In a state or territory there is; whether it has such a district changes with the map. */
  static Optional<Seat> seat(String text) {
    return Seat.parse(text).filter(seat -> SeatNames.STATES.contains(seat.state()));
  }

  static Optional<String> website(String text) {
    return of(WEBSITE, text);
  }

  static Optional<Integer> wholeNumber(String text, int min, int max) {
    return of(NUMBER, text).map(Integer::valueOf).filter(n -> min <= n && n <= max);
  }

  /** Two letters of ISO 639-1. */
  static Optional<String> language(String text) {
    return Optional.of(text).filter(LANGUAGES::contains);
  }

  private static Optional<String> of(Pattern form, String text) {
    return Optional.of(text).filter(value -> form.matcher(value).matches());
  }
}
