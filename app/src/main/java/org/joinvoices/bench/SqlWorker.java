package org.joinvoices.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A reference: one statement after the other, each a transaction, with nothing of ours between. */
final class SqlWorker implements Load.Worker {

  private final Connection connection;
  private final PreparedStatement statement;

  SqlWorker(DataSource database, String sql) throws SQLException {
    connection = database.getConnection();
    statement = connection.prepareStatement(sql);
  }

  @Override
  public Optional<Boolean> once() throws SQLException {
    return statement.executeUpdate() > 0 ? Optional.of(true) : Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
