package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class LettersTest {

  private final DataSource database = TestDatabase.fresh();
  private final Action action = SampleActions.stored(database);

  @Test
  void keepsTheInstantOfTheFirstSignature() throws SQLException {
    freeze(SampleActions.OPEN);
    freeze(SampleActions.OPEN.plus(Duration.ofHours(1)));

    assertThat(
            JdbcClient.create(database)
                .sql("SELECT frozen_at FROM letter_version")
                .query(OffsetDateTime.class)
                .single()
                .toInstant())
        .isEqualTo(SampleActions.OPEN);
  }

  @Test
  void refusesOtherWordsForAFrozenVersion() throws SQLException {
    freeze(SampleActions.OPEN);

    assertThatThrownBy(() -> new ActionStore(database).save(reworded(), SampleActions.OPEN))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("frozen");
    assertThat(new Actions(database).letter(action.id(), 1)).isEqualTo(action.letter());
  }

  private void freeze(Instant at) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Letters.freeze(connection, action.id(), 1, at);
    }
  }

  private Action reworded() {
    return ActionSettings.of(action)
        .action(
            action.id(),
            action.slug(),
            action.opens(),
            action.deadline(),
            action.closes(),
            new LetterVersion(1, List.of(action.letter().original())));
  }
}
