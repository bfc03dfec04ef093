package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Held by whoever changes counts, until its transaction ends: however many servers count one
 * database, one of them does at a time.
 */
final class CountLock {

  /** Among PostgreSQL's advisory locks; any number that nobody else takes. */
  private static final long NUMBER = 7_146_920_385_514L;

  private CountLock() {}

  /** Whether nobody else counts now. */
  static boolean take(Connection connection) throws SQLException {
    try (var take = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      take.setLong(1, NUMBER);
      var row = take.executeQuery();
      return row.next() && row.getBoolean(1);
    }
  }

  /** Waits until nobody else counts. */
  static void await(Connection connection) throws SQLException {
    try (var await = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      await.setLong(1, NUMBER);
      await.execute();
    }
  }
}
