package org.joinvoices.platform.database;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to log in to a database.
 *
 * @param url JDBC URL; what every connection of ours needs is added to it
 * @param user a role of that server
 */
public record Login(String url, String user, String password) {

  /**
   * {@code logServerErrorDetail=false} because PostgreSQL quotes whole rows in its error details,
   * and exception messages get logged.
   */
  private static final String OURS =
      "logServerErrorDetail=false&ApplicationName=joinvoices&reWriteBatchedInserts=true";

  public Login {
    url = url.contains("logServerErrorDetail") ? url : url + (url.contains("?") ? "&" : "?") + OURS;
  }

  /** Opens a connection each time it is asked; a web server puts a pool before it instead. */
  public PGSimpleDataSource unpooled() {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  @Override
  public String toString() {
    return "Login[hidden]";
  }
}
