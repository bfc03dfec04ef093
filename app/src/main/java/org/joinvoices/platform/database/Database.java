package org.joinvoices.platform.database;

import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * The database of a home, brought to this release: the server that runs there already, or one
 * started for as long as this is open. Of several users at once, the last to close stops the
 * server.
 */
public final class Database implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path home;
  private final HomeLock use;

  private Database(EmbeddedPostgres server, Path home, HomeLock use) {
    this.server = server;
    this.home = home;
    this.use = use;
  }

  /**
   * @param home the folder of a house; made when missing
   * @throws IllegalStateException if the server does not start
   */
  public static Database open(Path home) {
    var database = start(home);
    try {
      Migrations.run(database.dataSource());
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Where its server listens. */
  public PostgresAddress address() {
    return server.address();
  }

  /** Opens a connection each time; a web server puts a pool before {@link #address} instead. */
  public DataSource dataSource() {
    return server.address().unpooled();
  }

  @Override
  public void close() {
    try (var turn = HomeLock.alone(turnFile(home))) {
      use.close();
      HomeLock.tryAlone(useFile(home)).ifPresent(this::stopAsLast);
    }
  }

  private void stopAsLast(HomeLock last) {
    server.stop();
    last.close();
  }

  private static Database start(Path home) {
    try (var turn = HomeLock.alone(turnFile(home))) {
      var use = HomeLock.together(useFile(home));
      try {
        var server =
            EmbeddedPostgres.start(
                home.resolve("postgres"),
                EmbeddedPostgres.defaultCache(),
                EmbeddedPostgres.Durability.DURABLE);
        return new Database(server, home, use);
      } catch (RuntimeException e) {
        use.close();
        throw e;
      }
    }
  }

  /** Held while starting or stopping, so that nobody adopts a server that is going down. */
  private static Path turnFile(Path home) {
    return home.resolve("postgres.turn");
  }

  /** Held together by all who use the server. */
  private static Path useFile(Path home) {
    return home.resolve("postgres.use");
  }
}
