package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joinvoices.platform.clock.CivicClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:30, true",
    "2026-11-24T07:59, false",
    "2026-11-24T17:59, true",
    "2026-11-24T18:00, false",
    "2026-11-28T12:00, false",
    "2026-11-29T12:00, false"
  })
  void letsMessagesLeaveOnWorkdaysInWashington(String there, boolean open) {
    var hours = OfficeHours.parse("Mon-Fri 08:00-18:00", 7);

    assertThat(hours.areOpen(at(there + ":00-05:00"))).isEqualTo(open);
  }

  @Test
  void knowsASingleDay() {
    var hours = OfficeHours.parse("Tue 09:00-12:30", 7);

    assertThat(hours.days()).containsExactly(DayOfWeek.TUESDAY);
    assertThat(hours.areOpen(at("2026-11-24T12:00:00-05:00"))).isTrue();
    assertThat(hours.areOpen(at("2026-11-25T12:00:00-05:00"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mon-Fri", "Fri-Mon 08:00-18:00", "Mon 18:00-08:00", "Mon 8-18"})
  void refusesWhatItCannotRead(String text) {
    assertThatThrownBy(() -> OfficeHours.parse(text, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void beginsWithinTenMinutesAndThenStaysOpenToTheEnd(
      @ForAll int seed, @ForAll @IntRange(min = 0, max = 36_000) int second) {
    var hours = OfficeHours.parse("Mon-Fri 08:00-18:00", seed);
    Instant at = on(TUESDAY, LocalTime.of(8, 0)).plusSeconds(second);

    assertThat(hours.areOpen(at) || second < 600 || second == 36_000).isTrue();
    assertThat(!hours.areOpen(at) || hours.areOpen(at.plusSeconds(1)) || second >= 35_999).isTrue();
  }

  @Test
  void doesNotBeginAtTheSameMomentEverywhere() {
    long moments =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(seed -> begin(OfficeHours.parse("Mon-Fri 08:00-18:00", seed * 7919)))
            .distinct()
            .count();

    assertThat(moments).isGreaterThan(30);
  }

  private static Instant begin(OfficeHours hours) {
    Instant at = on(TUESDAY, LocalTime.of(8, 0));
    while (!hours.areOpen(at)) {
      at = at.plus(Duration.ofSeconds(1));
    }
    return at;
  }

  private static Instant on(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(CivicClock.CONGRESS).toInstant();
  }

  private static Instant at(String text) {
    return ZonedDateTime.parse(text).toInstant();
  }
}
