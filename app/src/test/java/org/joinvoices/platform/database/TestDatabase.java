package org.joinvoices.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A real PostgreSQL for tests: one throwaway server per JVM, one migrated template, a fresh copy of
 * it for whoever asks. Not durable (fsync off), which is what tests want.
 */
public final class TestDatabase {

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final Queue<HikariDataSource> IN_USE = new ConcurrentLinkedQueue<>();
  private static final String TEMPLATE = "template_joinvoices";

  private static final String OWNER = "postgres";
  private static final String SERVER = "joinvoices_server";

  private TestDatabase() {}

  /** A migrated, empty database of its own. */
  public static DataSource fresh() {
    String name = "test_" + COPIES.incrementAndGet();
    administer("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY file_copy");
    var pool = pool(name, login(Server.INSTANCE, name, SERVER));
    IN_USE.add(pool);
    return pool;
  }

  /** Ends all that {@link #fresh} gave. */
  static void dropAll() {
    for (var pool = IN_USE.poll(); pool != null; pool = IN_USE.poll()) {
      pool.close();
      administer("DROP DATABASE " + pool.getPoolName() + " WITH (FORCE)");
    }
  }

  private static void administer(String statement) {
    Server.ADMINISTRATOR.sql(statement).update();
  }

  /** The same database as the owner of its tables, who may do what the server may not. */
  public static JdbcClient owner(DataSource fresh) {
    return JdbcClient.create(ownerLogin(fresh).unpooled());
  }

  static Login ownerLogin(DataSource fresh) {
    String name =
        JdbcClient.create(fresh).sql("SELECT current_database()").query(String.class).single();
    return login(Server.INSTANCE, name, OWNER);
  }

  /** The throwaway server trusts whoever comes. */
  private static Login login(EmbeddedPostgres server, String database, String user) {
    String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    return new Login(url, user, "unused");
  }

  /** The same database by a pool of one: whoever takes a second connection fails. */
  public static DataSource withOneConnection(DataSource fresh) {
    HikariConfig config = new HikariConfig();
    ((HikariDataSource) fresh).copyStateTo(config);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(1_000);
    return new HikariDataSource(config);
  }

  private static HikariDataSource pool(String name, Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static final class Server {

    static final EmbeddedPostgres INSTANCE = start();

    /** Over one connection, because to make and to end one takes longer than what it is for. */
    static final JdbcClient ADMINISTRATOR = administrator();

    private static JdbcClient administrator() {
      try {
        return JdbcClient.create(
            new SingleConnectionDataSource(
                INSTANCE.getPostgresDatabase().getConnection(), /* suppressClose= */ true));
      } catch (SQLException e) {
        throw new IllegalStateException("the test database takes no connection", e);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(FoldersInMemory.create())
                .setServerConfig("max_connections", "400")
                .start();
        JdbcClient.create(server.getPostgresDatabase()).sql("CREATE DATABASE " + TEMPLATE).update();
        Login owner = login(server, TEMPLATE, OWNER);
        Login user = login(server, TEMPLATE, SERVER);
        ServerRole.create(owner, user);
        Migrations.run(owner, user);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
