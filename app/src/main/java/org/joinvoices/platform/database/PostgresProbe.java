package org.joinvoices.platform.database;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a real connection finds. */
enum PostgresProbe {
  /** The server of this data takes queries. */
  ANSWERS,
  /** A server is there but not ready: starting, recovering or stopping. */
  COMING_UP,
  /** No server, or somebody else's. */
  SILENT;

  /** cannot_connect_now; PostgreSQL 18, appendix A. */
  private static final String CANNOT_CONNECT_NOW = "57P03";

  private static final int LIMIT_SECONDS = 5;

  static PostgresProbe of(PostgresAddress address, Path data) {
    try (var connection = impatient(address).getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW data_directory")) {
      // A copied folder has port and password of its original: the data decides.
      return row.next() && data.toString().equals(row.getString(1)) ? ANSWERS : SILENT;
    } catch (SQLException e) {
      return CANNOT_CONNECT_NOW.equals(e.getSQLState()) ? COMING_UP : SILENT;
    }
  }

  /** Whoever sits on the port may take a connection and never say a word. */
  private static DataSource impatient(PostgresAddress address) {
    var source = address.unpooled();
    source.setConnectTimeout(LIMIT_SECONDS);
    source.setSocketTimeout(LIMIT_SECONDS);
    // it has no TLS; whoever says nothing to that question would be asked again without
    source.setSslMode("disable");
    return source;
  }
}
