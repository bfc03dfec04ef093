package org.joinvoices.action;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Fixes the wording of a letter once somebody has joined it. */
public final class Letters {

  private Letters() {}

  /**
   * Freezes a version, in the transaction that stores its first signature; for a frozen one nothing
   * happens, so every batch may call it.
   *
   * @param at civic time of the first signature
   */
  public static void freeze(Connection connection, ActionId action, int version, Instant at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE letter_version SET frozen_at = ?
            WHERE action_id = ? AND number = ? AND frozen_at IS NULL
            """)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setObject(2, action.value());
      update.setInt(3, version);
      update.executeUpdate();
    }
  }
}
