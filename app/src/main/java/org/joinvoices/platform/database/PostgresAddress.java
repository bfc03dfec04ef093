package org.joinvoices.platform.database;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a server is and how to log in.
 *
 * @param port on the loopback address
 * @param database name of the database
 * @param password of the one role, {@link #ROLE}
 */
public record PostgresAddress(int port, String database, String password) {

  /** The role that owns everything. */
  public static final String ROLE = "joinvoices";

  /**
   * JDBC URL. {@code logServerErrorDetail=false} because PostgreSQL quotes whole rows in its error
   * details, and exception messages get logged.
   */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?logServerErrorDetail=false&ApplicationName=joinvoices&reWriteBatchedInserts=true";
  }

  /** Opens a connection each time it is asked; for one-off commands. */
  public PGSimpleDataSource unpooled() {
    var source = new PGSimpleDataSource();
    source.setURL(url());
    source.setUser(ROLE);
    source.setPassword(password);
    return source;
  }

  PostgresAddress in(String otherDatabase) {
    return new PostgresAddress(port, otherDatabase, password);
  }

  @Override
  public String toString() {
    return "PostgresAddress[" + port + "/" + database + ", password hidden]";
  }
}
