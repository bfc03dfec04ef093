package org.joinvoices.platform.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The database in a home, brought to this release: the server that runs there already, or one
 * started for as long as this is open, and started anew when it dies meanwhile. Of several users at
 * once, the last to close stops the server.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path home;
  private final HomeLock use;
  private final PostgresKeeper keeper;
  private Optional<HomeLock> turn = Optional.empty();

  private EmbeddedDatabase(EmbeddedPostgres server, Path home, HomeLock use) {
    this.server = server;
    this.home = home;
    this.use = use;
    this.keeper = new PostgresKeeper(server, this::inTurn);
  }

  /**
   * @param home the folder of a house; made when missing
   * @throws IllegalStateException if the server does not start
   */
  static EmbeddedDatabase open(Path home) {
    var database = openAndMigrate(home);
    database.keeper.start();
    return database;
  }

  private static EmbeddedDatabase openAndMigrate(Path home) {
    try (var turn = HomeLock.alone(turnFile(home))) {
      var first = isUnused(home);
      var database = start(home);
      if (first) {
        database.migrate();
      }
      return database;
    }
  }

  /**
   * As {@link #open}, but migrates nothing; who started the server keeps all others out until it is
   * closed.
   */
  static EmbeddedDatabase openBare(Path home) {
    var turn = HomeLock.alone(turnFile(home));
    try {
      var first = isUnused(home);
      var database = start(home);
      if (first) {
        database.turn = Optional.of(turn);
      } else {
        turn.close();
      }
      database.keeper.start();
      return database;
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /** Where its server listens. */
  PostgresAddress address() {
    return server.address();
  }

  @Override
  public void close() {
    keeper.close();
    try (var ours = turn.orElseGet(() -> HomeLock.alone(turnFile(home)))) {
      use.close();
      stopAsLast();
    }
  }

  /** Nobody comes or goes meanwhile, because the turn is ours. */
  private void stopAsLast() {
    if (isUnused(home)) {
      server.stop();
    }
  }

  /** So that only one of its users starts it anew, and nobody while it is being stopped. */
  private void inTurn(Runnable work) {
    if (turn.isPresent()) {
      work.run();
    } else {
      try (var ours = HomeLock.alone(turnFile(home))) {
        work.run();
      }
    }
  }

  private static EmbeddedDatabase start(Path home) {
    var use = HomeLock.together(useFile(home));
    try {
      var server =
          EmbeddedPostgres.start(
              home.resolve("postgres"),
              EmbeddedPostgres.defaultCache(),
              EmbeddedPostgres.Durability.DURABLE);
      return new EmbeddedDatabase(server, home, use);
    } catch (RuntimeException e) {
      use.close();
      throw e;
    }
  }

  /** Who comes first migrates; whoever joins relies on it, which saves a command a second. */
  private void migrate() {
    try {
      ServerRole.create(address().owner(), address().server());
      Migrations.run(address().owner(), address().server());
    } catch (RuntimeException e) {
      use.close();
      stopAsLast();
      throw e;
    }
  }

  private static boolean isUnused(Path home) {
    var alone = HomeLock.tryAlone(useFile(home));
    alone.ifPresent(HomeLock::close);
    return alone.isPresent();
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
