package org.joinvoices.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class EmbeddedDatabaseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void isMigratedWhenOpenAndStoppedByTheLastToClose(@TempDir Path home) {
    PostgresAddress address;
    try (var database = EmbeddedDatabase.open(home)) {
      address = database.address();

      assertThat(probe(address, home)).isEqualTo(PostgresProbe.ANSWERS);
      assertThat(
              JdbcClient.create(address.unpooled())
                  .sql("SELECT count(*) FROM mail")
                  .query(Long.class)
                  .single())
          .isZero();
    }
    assertThat(probe(address, home)).isEqualTo(PostgresProbe.SILENT);
  }

  @Test
  void isStartedAnewWhereItListenedWhenItDies(@TempDir Path home) throws InterruptedException {
    try (var database = EmbeddedDatabase.open(home)) {
      kill(home);

      awaitProbe(PostgresProbe.SILENT, database, home);
      awaitProbe(PostgresProbe.ANSWERS, database, home);
    }
  }

  @Test
  void isStartedAnewForWhoKeepsAllOthersOut(@TempDir Path home) throws InterruptedException {
    try (var database = EmbeddedDatabase.openBare(home)) {
      kill(home);

      awaitProbe(PostgresProbe.SILENT, database, home);
      awaitProbe(PostgresProbe.ANSWERS, database, home);
    }
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void aHomeInUseIsNotTakenTwice(@TempDir Path home) {
    try (var first = HomeLock.tryAlone(home.resolve("running")).orElseThrow()) {
      assertThat(otherProcessGets(home.resolve("running"))).isFalse();
    }
    assertThat(otherProcessGets(home.resolve("running"))).isTrue();
  }

  private static void kill(Path home) {
    var files = new PostgresFiles(home.toAbsolutePath().resolve("postgres"));
    ProcessHandle.of(files.postmaster().orElseThrow()).orElseThrow().destroyForcibly();
  }

  private static void awaitProbe(PostgresProbe wanted, EmbeddedDatabase database, Path home)
      throws InterruptedException {
    var address = database.address();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (probe(address, home) != wanted && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(probe(address, home)).isEqualTo(wanted);
  }

  private static PostgresProbe probe(PostgresAddress address, Path home) {
    return PostgresProbe.of(address, home.toAbsolutePath().resolve("postgres/data"));
  }

  /** Locks are between processes, so another one has to ask. */
  private static boolean otherProcessGets(Path file) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Command.run(
            List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                LockAsker.class.getName(),
                file.toString()),
            Command.NOWHERE)
        == 0;
  }

  /** Ends with 0 if it gets the lock. */
  static final class LockAsker {
    public static void main(String[] args) {
      System.exit(HomeLock.tryAlone(Path.of(args[0])).isPresent() ? 0 : 1);
    }
  }
}
