package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final String DATE = "Sun, 10 Jan 2021 15:00:00 GMT";

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "'Sun, 10 Jan 2021 15:02:00 GMT', 120",
    "'Sun, 10 Jan 2021 14:00:00 GMT', 0",
    "'Mon, 11 Jan 2021 15:00:00 GMT', 28800",
    "99999, 28800",
    "-5, 0",
    "soon, 0",
    "'Sun, 99 Jan 2021 15:00:00 GMT', 0"
  })
  void readsSecondsAndDates(String value, long seconds) {
    var headers = Map.of("Retry-After", value, "Date", DATE);

    assertThat(RetryAfter.of(name -> Optional.ofNullable(headers.get(name)))).hasSeconds(seconds);
  }
}
