package org.joinvoices.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to this release: {@code V*.sql} beside the packages that use the tables. */
final class Migrations {

  private Migrations() {}

  /**
   * Runs what has not run yet, and gives the server's role its rights; nodes that start together
   * wait for each other.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database is newer or was altered by hand
   */
  static void run(Login owner, Login server) {
    configure(owner).load().migrate();
    ServerRole.grant(owner, server.user());
  }

  static FluentConfiguration configure(Login owner) {
    return Flyway.configure()
        // Flyway looks for secrets in it, which takes a quarter of a second in the long address
        // that PGSimpleDataSource makes.
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:org/joinvoices")
        // None is a class; asked to look for some, it would load every class of ours.
        .javaMigrationClassProvider(List::of)
        .loggers("slf4j");
  }
}
