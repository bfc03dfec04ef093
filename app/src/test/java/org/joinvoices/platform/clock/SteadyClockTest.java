package org.joinvoices.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SteadyClockTest {

  private static final Instant BEGIN = Instant.parse("2026-11-24T05:00:00Z");

  private Instant machine = BEGIN;

  @Test
  void goesOnWhateverIsDoneToTheMachinesClock() {
    var clock = new SteadyClock(() -> machine);
    Instant before = clock.instant();

    machine = BEGIN.minus(Duration.ofHours(3));
    assertThat(clock.instant()).isAfterOrEqualTo(before);

    machine = BEGIN.plus(Duration.ofHours(3));
    assertThat(clock.instant()).isBetween(before, BEGIN.plus(Duration.ofHours(1)));
  }
}
