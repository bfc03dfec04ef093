package org.joinvoices.platform.switches;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

class SwitchboardTest {

  private static final Instant NOW = Instant.parse("2021-01-10T17:00:00Z");
  private static final Actor SOMEBODY = new Actor.CommandLine();

  private final DataSource database = TestDatabase.fresh();
  private final Switching switching = new Switching(database, () -> NOW);
  private final Switchboard board = new Switchboard(new Switches(database, () -> NOW));

  @Test
  void remembersWhatItHeardWhileTheDatabaseIsAway() {
    switching.pause(SOMEBODY, Switch.PAGES, Optional.empty());
    board.follow();
    ((HikariDataSource) database).close();

    board.follow();

    assertThat(board.isPaused(Switch.PAGES)).isTrue();
    assertThat(board.isPaused(Switch.SIGNING)).isFalse();
  }

  @Test
  void tellsUntilWhenAndChangesThatMomentAlone() {
    assertThat(switching.pause(SOMEBODY, Switch.SIGNING, Optional.empty())).isTrue();
    board.follow();
    assertThat(standstill().retryAfter(NOW)).isEqualTo(Duration.ofMinutes(30));

    Instant until = NOW.plus(Duration.ofHours(3));
    assertThat(switching.pause(SOMEBODY, Switch.SIGNING, Optional.of(until))).isFalse();
    assertThat(switching.pause(SOMEBODY, Switch.SIGNING, Optional.empty())).isFalse();
    board.follow();

    assertThat(standstill().ends(NOW)).contains(until);
    assertThat(standstill().retryAfter(NOW)).isEqualTo(Duration.ofHours(3));
    assertThat(standstill().ends(until)).as("that moment has passed").isEmpty();
  }

  private Standstill standstill() {
    return board.find(Switch.SIGNING).orElseThrow();
  }
}
