package org.joinvoices.platform.mail;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The outbox of mails: rows of ids, written in the transaction of whoever has something to say. */
public final class MailQueue {

  /** What to send and about what; see {@link MailKind#compose}. */
  public record Item(String kind, UUID scope, UUID id) {}

  /**
   * Queues all items with one statement on the caller's connection, inside the caller's
   * transaction.
   *
   * @param now civic time, kept as the row's age
   */
  public static void enqueue(Connection connection, List<Item> items, Instant now) {
    throw new UnsupportedOperationException();
  }
}
