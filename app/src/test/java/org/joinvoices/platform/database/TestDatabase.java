package org.joinvoices.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests: one throwaway server per JVM, one migrated template, a fresh copy of
 * it for whoever asks. Not durable (fsync off), which is what tests want.
 */
public final class TestDatabase {

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final String TEMPLATE = "template_joinvoices";

  private TestDatabase() {}

  /** A migrated, empty database of its own. */
  public static DataSource fresh() {
    String name = "test_" + COPIES.incrementAndGet();
    JdbcClient.create(Server.INSTANCE.getPostgresDatabase())
        .sql("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE)
        .update();
    return pool(name);
  }

  /** The same database by a pool of one: whoever takes a second connection fails. */
  public static DataSource withOneConnection(DataSource fresh) {
    HikariConfig config = new HikariConfig();
    ((HikariDataSource) fresh).copyStateTo(config);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(1_000);
    return new HikariDataSource(config);
  }

  private static HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        Server.INSTANCE.getJdbcUrl("postgres", database) + "&logServerErrorDetail=false");
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static final class Server {

    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "400").start();
        JdbcClient.create(server.getPostgresDatabase()).sql("CREATE DATABASE " + TEMPLATE).update();
        Flyway.configure()
            .dataSource(server.getDatabase("postgres", TEMPLATE))
            .locations("classpath:org/joinvoices")
            .load()
            .migrate();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
