package org.joinvoices.platform.mail;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait for an operator's word: those a backup brought back, because some of them left
 * after it was made. They are due at {@code infinity}, so that no worker finds them; what is queued
 * later goes out as ever, also the link by which an owner signs in.
 */
public final class StoppedMails {

  private static final String STOP =
      """
      UPDATE mail SET state = 'queued', due_at = 'infinity', problem = 'restored'
      WHERE state IN ('queued', 'sending')
      """;

  private final JdbcClient jdbc;

  public StoppedMails(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Stops all that wait, within the caller's transaction; on the tables of whichever release.
   *
   * @throws SQLException as the database gave it
   */
  public static void stopAll(Connection connection) throws SQLException {
    try (var stop = connection.createStatement()) {
      stop.executeUpdate(STOP);
    }
  }

  /** How many are stopped. */
  public long count() {
    return jdbc.sql("SELECT count(*) FROM mail WHERE state = 'queued' AND due_at = 'infinity'")
        .query(Long.class)
        .single();
  }

  /**
   * Lets them go, as if they had just been queued.
   *
   * @return how many there were
   */
  public int resume() {
    return jdbc.sql(
            """
            UPDATE mail SET due_at = '-infinity', turn_from = NULL, problem = NULL
            WHERE state = 'queued' AND due_at = 'infinity'
            """)
        .update();
  }
}
