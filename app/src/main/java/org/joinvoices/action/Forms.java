package org.joinvoices.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms of single values in a publishing folder; each is empty for text not of its form. */
final class Forms {

  static final String EMAIL_REMEDY = "Write one address, such as office@example.org.";

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>\",;]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** The form of every telephone element in CWC 2.0. */
  private static final Pattern PHONE = Pattern.compile("\\d{3}-\\d{3}-\\d{4}");

  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

  private Forms() {}

  static Optional<String> email(String text) {
    return of(EMAIL, text);
  }

  static Optional<String> phone(String text) {
    return of(PHONE, text);
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
