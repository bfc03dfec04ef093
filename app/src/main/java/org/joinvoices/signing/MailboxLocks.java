package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.joinvoices.platform.database.SqlArrays;

/**
 * Whoever decides who is counted from a mailbox, or in place of a row of a sheet, holds its lock,
 * so that nobody else decides meanwhile.
 */
final class MailboxLocks {

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(number) FROM unnest(?::int8[]) AS number";

  private MailboxLocks() {}

  /**
   * Held until the transaction ends; taken in one order, so that two nodes never wait for each
   * other.
   *
   * @param hashes of mailboxes and of rows of sheets
   */
  static void hold(Connection connection, Collection<Bytes> hashes) throws SQLException {
    List<Long> numbers =
        hashes.stream()
            .map(hash -> ByteBuffer.wrap(hash.toByteArray()).getLong())
            .distinct()
            .sorted()
            .toList();
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, SqlArrays.of(connection, "int8", numbers, number -> number));
      lock.execute();
    }
  }
}
