package org.joinvoices.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A reference: one statement after the other, each a transaction, with nothing of ours between. */
final class SqlWorker implements Load.Worker {

  private final Connection connection;
  private final PreparedStatement statement;
  private final Supplier<? extends Optional<?>> values;

  /**
   * @param sql with one parameter
   * @param values of it; empty when there are no more
   */
  SqlWorker(DataSource database, String sql, Supplier<? extends Optional<?>> values)
      throws SQLException {
    this.connection = database.getConnection();
    this.statement = connection.prepareStatement(sql);
    this.values = values;
  }

  @Override
  public Optional<Boolean> once() throws SQLException {
    Optional<?> value = values.get();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    statement.setObject(1, value.get());
    return Optional.of(statement.executeUpdate() > 0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
