package org.joinvoices.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to this release: {@code V*.sql} beside the packages that use the tables. */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs what has not run yet; nodes that start together wait for each other.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database is newer or was altered by hand
   */
  public static void run(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:org/joinvoices")
        .loggers("slf4j")
        .load()
        .migrate();
  }
}
