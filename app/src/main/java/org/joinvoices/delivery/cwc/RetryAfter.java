package org.joinvoices.delivery.cwc;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** The header by which a server asks for patience (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

  /** Longer than any maintenance window of either chamber. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private RetryAfter() {}

  /**
   * As asked for, at most eight hours; zero for none and for what cannot be read.
   *
   * @param headers the first of each name
   */
  static Duration of(Function<String, Optional<String>> headers) {
    return headers
        .apply("Retry-After")
        .flatMap(value -> seconds(value).or(() -> untilDate(value, headers)))
        .filter(Duration::isPositive)
        .map(asked -> asked.compareTo(LONGEST) < 0 ? asked : LONGEST)
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> seconds(String value) {
    return value.matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
  }

  /** Counted from the answer's own date, so that the two clocks need not agree. */
  private static Optional<Duration> untilDate(
      String value, Function<String, Optional<String>> headers) {
    return headers
        .apply("Date")
        .flatMap(RetryAfter::date)
        .flatMap(now -> date(value).map(then -> Duration.between(now, then)));
  }

  private static Optional<ZonedDateTime> date(String value) {
    try {
      return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
