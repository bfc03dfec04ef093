package org.joinvoices.platform.database;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the running server may do, in a role apart from the one that owns the tables: read and write
 * rows; but neither change a table itself, nor what was once written to one whose comment begins
 * with {@code append only}.
 */
final class ServerRole {

  private static final String APPEND_ONLY =
      """
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
        AND obj_description(c.oid, 'pg_class') LIKE 'append only%'
      """;

  /** Two that grant at once would fail; the number is ours alone in the database. */
  private static final int TURN = 5_005;

  private ServerRole() {}

  /** Makes the role with this login where the server is ours. */
  static void create(Login owner, Login server) {
    as(owner, jdbc -> create(jdbc, server));
  }

  private static void create(JdbcClient jdbc, Login server) {
    if (exists(jdbc, server.user())) {
      return;
    }
    String make =
        jdbc.sql("SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :role, :password)")
            .param("role", server.user())
            .param("password", server.password())
            .query(String.class)
            .single();
    jdbc.sql(make).update();
  }

  private static boolean exists(JdbcClient jdbc, String role) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")
        .param(role)
        .query(Boolean.class)
        .single();
  }

  /**
   * Gives the role what the tables of this release ask for; to be repeated after every migration.
   * One statement, so that no moment lets it do more.
   *
   * @param owner of the tables
   * @param role exists already
   */
  static void grant(Login owner, String role) {
    as(owner, jdbc -> grant(jdbc, role));
  }

  private static void grant(JdbcClient jdbc, String role) {
    String to = jdbc.sql("SELECT quote_ident(?)").param(role).query(String.class).single();
    List<String> appended = jdbc.sql(APPEND_ONLY).query(String.class).list();
    jdbc.sql(
            """
            DO 'BEGIN PERFORM pg_advisory_xact_lock(%3$d); END';
            GRANT USAGE ON SCHEMA public TO %1$s;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %1$s;
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %1$s;
            REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %1$s;
            REVOKE UPDATE, DELETE ON %2$s FROM %1$s
            """
                .formatted(to, String.join(", ", appended), TURN))
        .update();
  }

  /** Over one connection, because commands wait: to make one takes longer than its statements. */
  private static void as(Login owner, Consumer<JdbcClient> work) {
    try (var connection = owner.unpooled().getConnection()) {
      work.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    } catch (SQLException e) {
      throw new IllegalStateException("the owner of the tables cannot log in", e);
    }
  }
}
