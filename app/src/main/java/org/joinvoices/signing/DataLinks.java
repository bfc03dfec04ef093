package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.mail.MailQueue;

/** Links to the own data, one at a time for each signature, so that no mailbox is flooded. */
final class DataLinks {

  static final String MAIL = "own_data";

  private static final String ASK =
      """
      UPDATE signature SET data_link_at = ?
      WHERE action_id = ? AND id = ? AND (confirmed_at IS NOT NULL OR review_since IS NOT NULL) AND erased_at IS NULL
        AND (data_link_at IS NULL OR data_link_at <= ?)
      """;

  private final DataSource dataSource;
  private final InstantSource civic;
  private final InstantSource machine;

  DataLinks(DataSource dataSource, InstantSource civic, InstantSource machine) {
    this.dataSource = dataSource;
    this.civic = civic;
    this.machine = machine;
  }

  void ask(SignatureKey key) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (isDue(connection, key)) {
          var mail = new MailQueue.Item(MAIL, key.action().value(), key.signature().value());
          MailQueue.enqueue(connection, List.of(mail), civic.instant());
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot queue a link: " + e.getSQLState());
    }
  }

  private boolean isDue(Connection connection, SignatureKey key) throws SQLException {
    Instant now = machine.instant();
    try (var update = connection.prepareStatement(ASK)) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setObject(2, key.action().value());
      update.setObject(3, key.signature().value());
      update.setObject(4, now.minus(Kept.DATA_LINK).atOffset(ZoneOffset.UTC));
      return update.executeUpdate() == 1;
    }
  }
}
