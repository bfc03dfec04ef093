package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.platform.database.EmbeddedPostgres.Durability.DURABLE;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One server, which each test finds running or starts again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedPostgresTest {

  private final Path home;
  private EmbeddedPostgres server;

  EmbeddedPostgresTest(@TempDir Path home) {
    this.home = home;
    server = start(home);
    sql("CREATE TABLE kept (word text)").update();
    sql("INSERT INTO kept (word) VALUES ('hello')").update();
  }

  @BeforeEach
  void start() {
    server = start(home);
  }

  @AfterAll
  void stop() {
    server.stop();
  }

  @Test
  void isAsDurableAsAnyAndClosedToStrangers() {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting("unix_socket_directories")).isEmpty();
    assertThat(PostgresProbe.of(stranger(), home.resolve("postgres/data")))
        .isEqualTo(PostgresProbe.SILENT);
  }

  @Test
  void keepsItsPasswordToItsOwner() throws Exception {
    var password = Files.getPosixFilePermissions(home.resolve("postgres/password"));

    assertThat(PosixFilePermissions.toString(password)).isEqualTo("rw-------");
    assertThat(server.address().toString()).doesNotContain(server.address().password());
  }

  @Test
  void continuesAfterAStop() {
    var port = server.address().port();
    server.stop();

    server = start(home);

    assertThat(kept()).isEqualTo("hello");
    assertThat(server.address().port()).isEqualTo(port);
  }

  @Test
  void adoptsAServerThatOutlivedItsStarter() throws Exception {
    var before = postmaster();

    server = start(home);

    assertThat(postmaster()).isEqualTo(before);
    assertThat(kept()).isEqualTo("hello");
  }

  @Test
  void recoversAtOnceFromAKilledServer() throws Exception {
    ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

    server = start(home);

    assertThat(kept()).isEqualTo("hello");
  }

  @Test
  void isNotFooledByAPidFileThatNamesAnotherProgram() throws Exception {
    server.stop();
    Files.writeString(
        home.resolve("postgres/data/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + home.resolve("postgres/data").toRealPath() + "\n");

    server = start(home);

    assertThat(kept()).isEqualTo("hello");
  }

  @Test
  void movesToAnotherPortWhenItsOwnIsTaken() throws Exception {
    server.stop();
    try (var squatter = new ServerSocket(server.address().port())) {
      server = start(home);

      assertThat(kept()).isEqualTo("hello");
      assertThat(server.address().port()).isNotEqualTo(squatter.getLocalPort());
    }
  }

  private static EmbeddedPostgres start(Path home) {
    return EmbeddedPostgres.start(
        home.resolve("postgres"), EmbeddedPostgres.defaultCache(), DURABLE);
  }

  private PostgresAddress stranger() {
    return new PostgresAddress(server.address().port(), "postgres", "guess");
  }

  private long postmaster() throws Exception {
    return Long.parseLong(
        Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst());
  }

  private String setting(String name) {
    return sql("SELECT current_setting(?)").param(name).query(String.class).single();
  }

  private String kept() {
    return sql("SELECT word FROM kept").query(String.class).single();
  }

  private JdbcClient.StatementSpec sql(String statement) {
    return JdbcClient.create(server.address().unpooled()).sql(statement);
  }
}
