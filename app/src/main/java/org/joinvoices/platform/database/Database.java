package org.joinvoices.platform.database;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database of a house, brought to this release: the embedded one, or a server of its operator.
 */
public final class Database implements AutoCloseable {

  /** What our SQL was written for. */
  private static final int OLDEST = 15;

  private final Login login;
  private final Runnable end;

  private Database(Login login, Runnable end) {
    this.login = login;
    this.end = end;
  }

  /**
   * The embedded database of a home: one that runs already, or one started for as long as this is
   * open.
   *
   * @param home the folder of a house; made when missing
   * @throws IllegalStateException if the server does not start
   */
  public static Database open(Path home) {
    var embedded = EmbeddedDatabase.open(home);
    return new Database(embedded.address().server(), embedded::close);
  }

  /**
   * A server somebody else runs.
   *
   * @param owner of the tables; makes them and brings them up to date
   * @param server role of the running server, see {@link ServerRole}
   * @throws IllegalStateException if it cannot be reached or is too old; the message holds no
   *     secret
   */
  public static Database connect(Login owner, Login server) {
    requireVersion(owner);
    requireVersion(server);
    Migrations.run(owner, server);
    return new Database(server, () -> {});
  }

  static void requireVersion(Login login) {
    try (var connection = login.unpooled().getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new IllegalStateException(
            "The database is PostgreSQL %d; we need %d or newer.".formatted(version, OLDEST));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database cannot be reached, or refuses the login of %s: SQLState %s"
              .formatted(login.user(), e.getSQLState()),
          e);
    }
  }

  /** How the server and commands log in; neither may change the tables themselves. */
  public Login login() {
    return login;
  }

  /** Opens a connection each time; a web server puts a pool before {@link #login} instead. */
  public DataSource dataSource() {
    return login.unpooled();
  }

  @Override
  public void close() {
    end.run();
  }
}
