package org.joinvoices.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class MailQueueTest {

  private static final Instant NOW = Instant.parse("2021-01-10T17:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final List<MailQueue.Item> items =
      List.of(
          new MailQueue.Item("confirm", UUID.randomUUID(), UUID.randomUUID()),
          new MailQueue.Item("receipt", UUID.randomUUID(), UUID.randomUUID()));

  @Test
  void keepsWhatWasQueuedInACommittedTransaction() throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      MailQueue.enqueue(connection, items, NOW);
      connection.commit();
    }

    assertThat(queued()).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void forgetsWhatWasQueuedInATransactionThatFailed() throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      MailQueue.enqueue(connection, items, NOW);
      connection.rollback();
    }

    assertThat(queued()).isEmpty();
  }

  private List<MailQueue.Item> queued() {
    return JdbcClient.create(database)
        .sql("SELECT kind, scope, subject_id FROM mail WHERE state = 'queued'")
        .query(
            (row, number) ->
                new MailQueue.Item(
                    row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
        .list();
  }
}
