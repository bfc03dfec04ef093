package org.joinvoices.signing;

import java.sql.Connection;
import java.util.List;

/**
 * The append-only record of what happened to signatures: the only outbox between capabilities (D3).
 * Each reader has a cursor of its own, which never passes a transaction that is still open.
 */
public final class SignatureEvents {

  /** Works on a batch within the transaction that moves the cursor. */
  @FunctionalInterface
  public interface Batch {
    void handle(Connection connection, List<SignatureEvent> events) throws java.sql.SQLException;
  }

  /**
   * Hands the next events after {@code reader}'s cursor to {@code batch} and moves the cursor, all
   * in one transaction: if the batch fails nothing has happened. Two nodes never work for one
   * reader at once.
   *
   * @param reader for example {@code delivery.plan}
   * @return how many events were handled; fewer than {@code limit} means: none left for now
   */
  public int read(String reader, int limit, Batch batch) {
    throw new UnsupportedOperationException();
  }
}
