package org.joinvoices.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.joinvoices.platform.clock.CivicClockStore.Move;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

final class CivicClockStoreTest {

  private static final Instant JANUARY_2021 = Instant.parse("2021-01-10T17:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private Instant machine = Instant.parse("2026-11-24T05:00:00Z");
  private final InstantSource source = () -> machine;
  private final CivicClockStore store = new CivicClockStore(database, source);

  @Test
  void showsTheMachinesTimeUntilItIsMoved() {
    assertThat(store.find()).isEmpty();
    assertThat(store.clock().instant()).isEqualTo(machine);
    assertThat(store.clock().isReplay()).isFalse();
  }

  @Test
  void mayBeginInThePastAndGoesOnFromThereAfterARestart() {
    assertThat(store.moveTo(JANUARY_2021)).isEqualTo(new Move.Moved(JANUARY_2021));

    machine = machine.plus(Duration.ofHours(3));

    var restarted = new CivicClockStore(database, source).clock();
    assertThat(restarted.instant()).isEqualTo(JANUARY_2021.plus(Duration.ofHours(3)));
    assertThat(restarted.isReplay()).isTrue();
  }

  @Test
  void refusesToGoBackAndStaysWhereItIs() {
    store.moveTo(JANUARY_2021);

    assertThat(store.moveTo(JANUARY_2021.minusSeconds(1)))
        .isEqualTo(new Move.TooEarly(JANUARY_2021));
    assertThat(store.clock().instant()).isEqualTo(JANUARY_2021);
  }

  @Test
  void goesForward() {
    store.moveTo(JANUARY_2021);
    var inauguration = Instant.parse("2021-01-20T17:30:00Z");

    assertThat(store.moveTo(inauguration)).isEqualTo(new Move.Moved(inauguration));
  }
}
