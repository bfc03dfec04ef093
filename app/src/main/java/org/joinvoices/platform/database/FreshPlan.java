package org.joinvoices.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Statements over whole batches, planned for each of them. A plan that is kept was made for a batch
 * of unknown size and for the table of its day: on a table that has grown since it may read every
 * row, for each batch, until PostgreSQL takes statistics again. Planning takes a fraction of a
 * millisecond, once a batch.
 */
public final class FreshPlan {

  private FreshPlan() {}

  /** As {@link Connection#prepareStatement(String)}; the server keeps nothing of it. */
  public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    return statement;
  }
}
