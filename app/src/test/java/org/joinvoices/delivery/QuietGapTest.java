package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joinvoices.action.SampleActions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietGapTest {

  private static final QuietGap GAP = new QuietGap(Duration.ofDays(1), Duration.ofDays(4));

  @ParameterizedTest
  @CsvSource({
    "2023-01-02T16:59:59Z, ",
    "2023-01-02T17:00:00Z, 2023-01-07T17:00:00Z",
    "2023-01-07T16:59:59Z, 2023-01-07T17:00:00Z",
    "2023-01-07T17:00:00Z, ",
    "2024-01-03T17:00:00Z, ",
    "2026-07-03T16:00:00Z, "
  })
  void surroundsNoonOfThirdJanuaryOfOddYearsInWashington(Instant now, @Nullable Instant end) {
    assertThat(GAP.end(now)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void mayBeginInTheYearBefore() {
    var gap = new QuietGap(Duration.ofDays(10), Duration.ZERO);

    assertThat(gap.end(Instant.parse("2022-12-30T12:00:00Z")))
        .contains(Instant.parse("2023-01-03T17:00:00Z"));
  }

  @Test
  void isNoneWhereNoDaysAreSet() {
    assertThat(
            new QuietGap(Duration.ZERO, Duration.ZERO).end(Instant.parse("2023-01-03T17:00:00Z")))
        .isEmpty();
  }

  @Test
  void keepsMessagesBackAndSaysUntilWhen(@TempDir Path folder) {
    try (var house = new DeliveryHouse(folder)) {
      var newCongress = Instant.parse("2023-01-03T17:00:00Z");
      var key = house.confirmed("OH", DeliveryHouse.ZIP);
      house.house.advance(
          Duration.between(SampleActions.OPEN, newCongress.minus(Duration.ofDays(1))));
      house.send();

      assertThat(house.states(key).values()).containsOnly("held new_congress");
      assertThat(house.deliveries.list(key))
          .allSatisfy(
              line -> assertThat(line.heldUntil()).contains(newCongress.plus(Duration.ofDays(4))));
      assertThat(house.gateway.accepted()).isZero();
    }
  }
}
