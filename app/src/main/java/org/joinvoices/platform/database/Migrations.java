package org.joinvoices.platform.database;

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
        .dataSource(owner.unpooled())
        .locations("classpath:org/joinvoices")
        .loggers("slf4j");
  }
}
