package org.joinvoices.delivery.cwc;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** The header by which a server asks for patience (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** Longer than any maintenance window of either chamber. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private RetryAfter() {}

  /** Seconds as asked for, at most eight hours; zero for none and for the rare form with a date. */
  static Duration of(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(asked -> asked.compareTo(LONGEST) < 0 ? asked : LONGEST)
        .orElse(Duration.ZERO);
  }
}
