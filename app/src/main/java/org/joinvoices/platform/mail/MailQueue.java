package org.joinvoices.platform.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.joinvoices.platform.database.SqlArrays;

/** The outbox of mails: rows of ids, written in the transaction of whoever has something to say. */
public final class MailQueue {

  private static final String ADD =
      """
      INSERT INTO mail (id, kind, scope, subject_id, queued_at)
      SELECT item.id, item.kind, item.scope, item.subject_id, ?
      FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[]) AS item (id, kind, scope, subject_id)
      """;

  /** What to send and about what; see {@link MailKind#compose}. */
  public record Item(String kind, UUID scope, UUID id) {}

  private MailQueue() {}

  /**
   * Queues all items with one statement on the caller's connection, inside the caller's
   * transaction.
   *
   * @param now civic time, kept as the row's age
   * @throws SQLException as the database gave it, so that the caller can roll back and sort it
   */
  public static void enqueue(Connection connection, List<Item> items, Instant now)
      throws SQLException {
    if (items.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, now.atOffset(ZoneOffset.UTC));
      insert.setArray(
          2, SqlArrays.of(connection, "uuid", items, item -> UuidCreator.getTimeOrderedEpoch()));
      insert.setArray(3, SqlArrays.of(connection, "text", items, Item::kind));
      insert.setArray(4, SqlArrays.of(connection, "uuid", items, Item::scope));
      insert.setArray(5, SqlArrays.of(connection, "uuid", items, Item::id));
      insert.executeUpdate();
    }
  }
}
