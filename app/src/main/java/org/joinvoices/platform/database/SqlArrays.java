package org.joinvoices.platform.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of a batch as arrays, for {@code unnest}. */
public final class SqlArrays {

  private SqlArrays() {}

  /**
   * One value of each row, in their order.
   *
   * @param type PostgreSQL's name of the element type
   */
  public static <T> Array of(
      Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    // The driver takes bytes only in an array that is declared to hold them.
    @Nullable Object[] values =
        type.equals("bytea")
            ? new byte @Nullable [rows.size()][]
            : new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return connection.createArrayOf(type, values);
  }
}
