package org.joinvoices.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.joinvoices.platform.mail.MailQueue;

/** Queues a mail with the receipt for each new confirmation, together with the reader's cursor. */
public final class ReceiptQueue {

  /** The kind of these mails. */
  public static final String MAIL = "receipt";

  private static final String READER = "signing.receipt_mail";
  private static final int BATCH = 500;

  private final SignatureEvents events;

  public ReceiptQueue(SignatureEvents events) {
    this.events = events;
  }

  /** Reads one batch. */
  public void queueNext() {
    events.read(READER, BATCH, ReceiptQueue::queue);
  }

  /**
   * Reads all there is within the caller's transaction, so that nothing a backup brought back is
   * mailed as if it were new; on the tables of whichever release.
   *
   * @throws SQLException as the database gave it
   */
  public static void queueAll(Connection connection) throws SQLException {
    while (SignatureEvents.readWithin(connection, READER, BATCH, ReceiptQueue::queue) == BATCH) {
      // the next batch
    }
  }

  private static void queue(Connection connection, List<SignatureEvent> batch) throws SQLException {
    MailQueue.enqueue(connection, items(batch), lastOf(batch));
  }

  private static List<MailQueue.Item> items(List<SignatureEvent> batch) {
    return batch.stream()
        .filter(event -> event.kind() == SignatureEvent.Kind.CONFIRMED)
        .map(SignatureEvent::key)
        .map(key -> new MailQueue.Item(MAIL, key.action().value(), key.signature().value()))
        .toList();
  }

  private static Instant lastOf(List<SignatureEvent> batch) {
    return batch.getLast().at();
  }
}
