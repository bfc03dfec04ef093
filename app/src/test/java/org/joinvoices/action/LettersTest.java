package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.joinvoices.action.Letters.Frozen;
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

    assertThat(frozen()).containsExactly(SampleActions.OPEN);
  }

  @Test
  void refusesOtherWordsForAFrozenVersion() throws SQLException {
    freeze(SampleActions.OPEN);

    assertThatThrownBy(
            () ->
                new ActionStore(database).save(SampleActions.reworded(action), SampleActions.OPEN))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("frozen");
    assertThat(new Actions(database).letter(action.id(), 1)).isEqualTo(action.letter());
  }

  @Test
  void bindsNobodyToWordsThatWereReplacedUnderTheSameNumber() throws SQLException {
    Action reworded = SampleActions.reworded(action);
    new ActionStore(database).save(reworded, SampleActions.OPEN);

    assertThat(freeze(SampleActions.OPEN)).isEqualTo(Frozen.OTHER_WORDS);
    assertThat(frozen()).isEmpty();
    assertThat(freeze(reworded.letter().mark(), SampleActions.OPEN)).isEqualTo(Frozen.FROZEN_NOW);
  }

  @Test
  void bindsToAnEarlierVersionThatWasJoined() throws SQLException {
    freeze(SampleActions.OPEN);
    LetterVersion next = new LetterVersion(2, SampleActions.reworded(action).letter().texts());
    new ActionStore(database).save(SampleActions.with(action, next), SampleActions.OPEN);

    assertThat(freeze(SampleActions.OPEN)).isEqualTo(Frozen.FROZEN_BEFORE);
  }

  @Test
  void waitsForAPublisherWhoIsReplacingTheWords() throws Exception {
    try (Connection publisher = database.getConnection();
        var other = Executors.newSingleThreadExecutor()) {
      publisher.setAutoCommit(false);
      try (var statement = publisher.createStatement()) {
        statement.execute("UPDATE letter_version SET content_hash = sha256('other words')");
      }
      Future<Frozen> joined = other.submit(() -> freeze(SampleActions.OPEN));
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> joined.get(300, TimeUnit.MILLISECONDS));
      publisher.commit();

      assertThat(joined.get(20, TimeUnit.SECONDS)).isEqualTo(Frozen.OTHER_WORDS);
    }
  }

  private List<Instant> frozen() {
    return JdbcClient.create(database)
        .sql("SELECT frozen_at FROM letter_version WHERE frozen_at IS NOT NULL")
        .query(OffsetDateTime.class)
        .list()
        .stream()
        .map(OffsetDateTime::toInstant)
        .toList();
  }

  private Frozen freeze(Instant at) throws SQLException {
    return freeze(action.letter().mark(), at);
  }

  private Frozen freeze(LetterMark read, Instant at) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Letters.freeze(connection, action.id(), read, at);
    }
  }
}
