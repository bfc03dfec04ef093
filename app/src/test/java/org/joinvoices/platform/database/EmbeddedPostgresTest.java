package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.platform.database.EmbeddedPostgres.Durability.DURABLE;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
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

  /** Two servers on one data folder would each undo what the other commits. */
  @Test
  void waitsForWorkThatOutlivesItsKilledServer() throws Exception {
    long killed = postmaster();
    var worker = new ArrayBlockingQueue<Long>(1);
    var busy = Thread.ofVirtual().start(() -> workOn(worker));
    long orphan = Objects.requireNonNull(worker.poll(10, TimeUnit.SECONDS));
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
    while (server.answers()) {
      Thread.sleep(10);
    }

    server = start(home);

    assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().command()))
        .as("what the worker runs; a zombie runs nothing")
        .isEmpty();
    busy.join();
    assertThat(kept()).isEqualTo("hello");
  }

  /** For some seconds, and without a look at whether the server is there. */
  private void workOn(Queue<Long> worker) {
    try (var connection = server.address().unpooled().getConnection();
        var statement = connection.createStatement();
        var pid = statement.executeQuery("SELECT pg_backend_pid()")) {
      pid.next();
      worker.add(pid.getLong(1));
      statement.execute(
          """
          DO $$ DECLARE until timestamptz := clock_timestamp() + interval '4 s';
          BEGIN WHILE clock_timestamp() < until LOOP END LOOP; END $$
          """);
    } catch (SQLException killed) {
      // as it should be
    }
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
