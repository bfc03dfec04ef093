package org.joinvoices.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTest {

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final UUID action = SampleActions.stored(database).id().value();
  private final CivicClock clock =
      new CivicClock(InstantSource.fixed(Instant.parse("2021-01-10T17:00:00Z")), Duration.ZERO);
  private final Map<Forgotten, Long> due = new EnumMap<>(Forgotten.class);
  private final List<Forgotten> order = new ArrayList<>();
  private final Retention retention =
      new Retention(
          database,
          clock,
          List.of(
              () -> List.of(step(Forgotten.KEY), step(Forgotten.CONTACT)),
              () ->
                  List.of(
                      step(Forgotten.MOMENTS),
                      step(Forgotten.OWN_WORDS),
                      step(Forgotten.UNCONFIRMED))));

  private RetentionStep step(Forgotten kind) {
    return new RetentionStep() {
      @Override
      public Forgotten kind() {
        return kind;
      }

      @Override
      public Map<UUID, Long> due(Instant now) {
        return due.containsKey(kind) ? Map.of(action, due.get(kind)) : Map.of();
      }

      @Override
      public long erase(UUID action, Instant now) {
        order.add(kind);
        return due.remove(kind);
      }
    };
  }

  private long rows(String condition) {
    return jdbc.sql("SELECT count(*) FROM retention_run WHERE " + condition)
        .query(Long.class)
        .single();
  }

  private void advance(Duration by) {
    clock.move(clock.offset().plus(by));
  }

  @Test
  void showsWhatIsDueAndChangesNothing() {
    due.put(Forgotten.CONTACT, 7L);

    assertThat(retention.due()).containsExactly(new Retention.Line(Forgotten.CONTACT, action, 7));
    assertThat(order).isEmpty();
    assertThat(rows("true")).isZero();
  }

  @Test
  void destroysKeysLastAndLeavesARowForEachKind() {
    for (Forgotten kind : Forgotten.values()) {
      due.put(kind, 2L);
    }

    assertThat(retention.run()).hasSize(5);
    assertThat(order).containsExactly(Forgotten.values());
    assertThat(rows("erased = 2 AND action_id = '" + action + "'")).isEqualTo(5);

    retention.run();
    assertThat(rows("erased = 0 AND action_id IS NULL")).as("a run with nothing due").isEqualTo(5);
  }

  @Test
  void runsOnceForEachNightOfCivicTime() {
    retention.runNightly();
    retention.runNightly();
    assertThat(rows("true")).as("a new house at once").isEqualTo(5);

    advance(Duration.ofHours(14)); // 2 a.m. in Washington
    retention.runNightly();
    assertThat(rows("true")).isEqualTo(5);

    advance(Duration.ofHours(1));
    retention.runNightly();
    retention.runNightly();
    assertThat(rows("true")).isEqualTo(10);

    advance(Duration.ofDays(200));
    retention.runNightly();
    assertThat(rows("true")).as("after a jump, once").isEqualTo(15);
  }

  @Test
  void leavesATraceThatTheServerCannotChange() {
    retention.run();

    assertThatThrownBy(() -> jdbc.sql("UPDATE retention_run SET erased = 1").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM retention_run").update())
        .isInstanceOf(DataAccessException.class);
  }
}
