package org.joinvoices.platform.database;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a house as it lies there: opening it migrates nothing. For what looks at a house,
 * saves it, fills an empty one, or brings it to this release on purpose; all else opens a {@link
 * Database}.
 */
public final class BareDatabase implements AutoCloseable {

  private final Login owner;
  private final Login server;
  private final Runnable end;

  private BareDatabase(Login owner, Login server, Runnable end) {
    this.owner = owner;
    this.server = server;
    this.end = end;
  }

  /**
   * The embedded database of a home. Where no server runs one is started, and until this is closed
   * nobody else opens the home, because whoever joins relies on a migrated database.
   *
   * @throws IllegalStateException if the server does not start
   */
  public static BareDatabase open(Path home) {
    var embedded = EmbeddedDatabase.openBare(home);
    var address = embedded.address();
    ServerRole.create(address.owner(), address.server());
    return new BareDatabase(address.owner(), address.server(), embedded::close);
  }

  /**
   * A server somebody else runs.
   *
   * @throws IllegalStateException if it cannot be reached or is too old; the message holds no
   *     secret
   */
  public static BareDatabase connect(Login owner, Login server) {
    Database.requireVersion(owner);
    Database.requireVersion(server);
    return new BareDatabase(owner, server, () -> {});
  }

  /** As the owner of the tables; opens a connection each time. */
  public DataSource owner() {
    return owner.unpooled();
  }

  /** As the running server; opens a connection each time. */
  public DataSource dataSource() {
    return server.unpooled();
  }

  /** True where no table is: a house can be begun, or brought back, here. */
  public boolean isEmpty() {
    return JdbcClient.create(owner())
        .sql("SELECT NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')")
        .query(Boolean.class)
        .single();
  }

  /**
   * How the tables stand to this release.
   *
   * @param version number of the newest migration that has run, such as {@code 0004}
   * @param pending numbers of the migrations of this release that have not run
   */
  public record Standing(Optional<String> version, List<String> pending) {}

  /** Asks the database, and reads the migrations of this release. */
  public Standing standing() {
    MigrationInfoService info = flyway().info();
    return new Standing(
        Optional.ofNullable(info.current()).map(BareDatabase::number),
        Arrays.stream(info.pending()).map(BareDatabase::number).toList());
  }

  private static String number(MigrationInfo migration) {
    return migration.getVersion().getVersion();
  }

  /** Whether this release has the migration, so that a database of that age can be made. */
  public boolean knows(String version) {
    return Arrays.stream(flyway().info().all())
        .filter(info -> info.getState().isResolved())
        .anyMatch(info -> info.getVersion().equals(MigrationVersion.fromVersion(version)));
  }

  /** Whether a server other than this process uses it, on whichever machine. */
  public boolean isServed() {
    return JdbcClient.create(owner())
            .sql(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND usename = ? AND pid <> pg_backend_pid()
                """)
            .param(server.user())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Makes the tables as they were at a version. */
  public void migrateTo(String version) {
    Migrations.configure(owner).target(MigrationVersion.fromVersion(version)).load().migrate();
  }

  /**
   * Brings it to this release, and gives the server's role its rights.
   *
   * @throws org.flywaydb.core.api.FlywayException if it is newer or was altered by hand
   */
  public void migrate() {
    Migrations.run(owner, server);
  }

  /** Takes back what was made in an empty one. */
  public void clear() {
    Migrations.configure(owner).cleanDisabled(false).load().clean();
  }

  @Override
  public void close() {
    end.run();
  }

  private Flyway flyway() {
    return Migrations.configure(owner).load();
  }
}
