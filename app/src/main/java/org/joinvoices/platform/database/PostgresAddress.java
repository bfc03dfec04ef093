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

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Login login() {
    return new Login(url(), ROLE, password);
  }

  /** Opens a connection each time it is asked. */
  public PGSimpleDataSource unpooled() {
    return login().unpooled();
  }

  PostgresAddress in(String otherDatabase) {
    return new PostgresAddress(port, otherDatabase, password);
  }

  @Override
  public String toString() {
    return "PostgresAddress[" + port + "/" + database + ", password hidden]";
  }
}
