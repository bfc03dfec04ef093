package org.joinvoices.action;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Fixes the wording of a letter once somebody has joined it. */
public final class Letters {

  /** What {@link #freeze} found. */
  public enum Frozen {
    /** By this transaction. */
    FROZEN_NOW,
    /** By one that is committed: so it stays. */
    FROZEN_BEFORE,
    /** Not with these words: nobody is to be bound to them. */
    OTHER_WORDS
  }

  private Letters() {}

  /**
   * Freezes a version, in the transaction that stores its first signature; for a frozen one nothing
   * happens, so every batch may call it. Waits for a publisher who is at it.
   *
   * @param read the words that were joined
   * @param at civic time of the first signature
   */
  public static Frozen freeze(Connection connection, ActionId action, LetterMark read, Instant at)
      throws SQLException {
    if (freezeFirst(connection, action, read, at)) {
      return Frozen.FROZEN_NOW;
    }
    return isFrozen(connection, action, read) ? Frozen.FROZEN_BEFORE : Frozen.OTHER_WORDS;
  }

  private static boolean freezeFirst(
      Connection connection, ActionId action, LetterMark read, Instant at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE letter_version SET frozen_at = ?
            WHERE action_id = ? AND number = ? AND content_hash = ? AND frozen_at IS NULL
            """)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setObject(2, action.value());
      update.setInt(3, read.number());
      update.setBytes(4, HexFormat.of().parseHex(read.contentHash()));
      return update.executeUpdate() == 1;
    }
  }

  private static boolean isFrozen(Connection connection, ActionId action, LetterMark read)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT FROM letter_version
            WHERE action_id = ? AND number = ? AND content_hash = ? AND frozen_at IS NOT NULL
            """)) {
      select.setObject(1, action.value());
      select.setInt(2, read.number());
      select.setBytes(3, HexFormat.of().parseHex(read.contentHash()));
      return select.executeQuery().next();
    }
  }
}
