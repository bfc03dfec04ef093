package org.joinvoices.platform.database;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a server is and how to log in.
 *
 * @param port on the loopback address
 * @param database name of the database
 * @param password of both roles: whoever may read its file may as well be the owner
 */
public record PostgresAddress(int port, String database, String password) {

  /** The role that owns everything. */
  static final String OWNER = "joinvoices";

  private static final String SERVER = "joinvoices_server";

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Login owner() {
    return new Login(url(), OWNER, password);
  }

  /** The role of the running server, see {@link ServerRole}. */
  Login server() {
    return new Login(url(), SERVER, password);
  }

  /** As the owner; opens a connection each time it is asked. */
  public PGSimpleDataSource unpooled() {
    return owner().unpooled();
  }

  PostgresAddress in(String otherDatabase) {
    return new PostgresAddress(port, otherDatabase, password);
  }

  @Override
  public String toString() {
    return "PostgresAddress[" + port + "/" + database + ", password hidden]";
  }
}
