package org.joinvoices.seize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.joinvoices.action.SeedAction;
import org.joinvoices.bench.ThisProgram;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.clock.Nights;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A house under {@code serve} with a process, a home and an embedded database of its own, whose
 * days pass as fast as its jobs are done with each. Only what is started here is killed.
 */
final class SampleHouse implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration SETTLE_LIMIT = Duration.ofMinutes(8);
  private static final Duration END_LIMIT = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(300);

  /** As {@code ./joinvoices} starts commands. */
  private static final List<String> JAVA =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** A mail that is to be tried again later is none of it. */
  private static final String MOVING =
      """
      SELECT (SELECT count(*) FROM mail WHERE state IN ('queued', 'sending') AND due_at <= now())
        + (SELECT count(*) FROM delivery WHERE state IN ('queued', 'sending') AND lane <> 'packet')
        + (SELECT count(*) FROM event_cursor c, signature_event e WHERE (e.xid, e.seq) > (c.xid, c.seq))
      """;

  /** Both have to be later; the second by civic time. */
  private static final String RAN =
      """
      SELECT min(coalesce(last_success, 'epoch')) > ? AND (SELECT max(at) FROM retention_run) >= ?
      FROM scheduled_tasks
      """;

  private final String main;
  private final Path folder;
  private final int port;
  private Process server;

  private SampleHouse(String main, Path folder, int port) throws IOException {
    this.main = main;
    this.folder = folder;
    this.port = port;
    this.server = launch();
  }

  /**
   * Publishes the letter that comes with the program, and returns when its page can be asked for.
   *
   * @param main the class whose commands are run
   * @param folder of everything that is the house's
   * @param begin civic time
   * @param mailPort of the server that takes its mails
   * @param gateways address of both
   */
  static SampleHouse start(String main, Path folder, Instant begin, int mailPort, String gateways)
      throws IOException {
    int port = freePort();
    MasterKey.loadOrCreate(folder.resolve(HouseFiles.MASTER_KEY));
    Files.createDirectories(folder.resolve(HouseFiles.TEMPORARY));
    Files.writeString(
        folder.resolve(HouseFiles.CONFIG), configuration(folder, port, mailPort, gateways));
    try (var database = Database.open(folder.resolve(HouseFiles.HOME))) {
      new CivicClockStore(database.dataSource(), InstantSource.system()).moveTo(begin);
      SeedAction.publish(database.dataSource(), begin);
      return new SampleHouse(main, folder, port);
    }
  }

  private static String configuration(Path folder, int port, int mailPort, String gateways) {
    return """
    base-url = http://127.0.0.1:%1$d
    home = %2$s/%3$s
    master-key-file = %2$s/%4$s
    key-store = %2$s/%5$s
    listen.port = %1$d
    mail.host = 127.0.0.1
    mail.port = %6$d
    mail.from = letters@sample.example
    mail.per-second = 1000
    mail.per-second-per-provider = 1000
    delivery.per-office-per-minute = 600
    limits.per-domain-per-minute = 1000000
    house.url = %7$s
    house.key = sample-of-a-key
    house.per-second = 1000
    senate.url = %7$s
    senate.key = sample-of-a-key
    senate.per-second = 1000
    agent.name = Sample Agent
    agent.ack-email = ack@sample.example
    agent.contact-name = Sample Operator
    agent.contact-email = operator@sample.example
    agent.contact-phone = 202-555-0142
    """
        .formatted(
            port,
            folder,
            HouseFiles.HOME,
            HouseFiles.MASTER_KEY,
            HouseFiles.KEY_STORE,
            mailPort,
            gateways);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  /** Types a command; its answer goes nowhere. */
  void command(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", folder.resolve(HouseFiles.CONFIG).toString()));
    Process process =
        new ProcessBuilder(ThisProgram.running(main, JAVA, all.toArray(String[]::new)))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("command " + words[0] + " ended with " + process.exitValue());
    }
  }

  /**
   * Lets time pass: moves civic time, and returns when every job has run since and nothing is left
   * to be sent.
   */
  void passTo(Instant civic) throws IOException {
    try (var database = Database.open(folder.resolve(HouseFiles.HOME))) {
      new CivicClockStore(database.dataSource(), InstantSource.system()).moveTo(civic);
      settle(database.dataSource(), civic);
    }
    checkpoint();
  }

  /** As PostgreSQL makes one every five minutes: what was written is in its files, too. */
  private void checkpoint() {
    try (var database = BareDatabase.open(folder.resolve(HouseFiles.HOME))) {
      JdbcClient.create(database.owner()).sql("CHECKPOINT").update();
    }
  }

  /** Once for what is due, and once more for what follows from it. */
  private static void settle(DataSource database, Instant civic) throws IOException {
    var jdbc = JdbcClient.create(database);
    for (int round = 0; round < 2; round++) {
      OffsetDateTime began = jdbc.sql("SELECT now()").query(OffsetDateTime.class).single();
      await("the jobs of the house come to no end", SETTLE_LIMIT, () -> isOver(jdbc, began, civic));
    }
  }

  private static boolean isOver(JdbcClient jdbc, OffsetDateTime began, Instant civic) {
    boolean ran =
        jdbc.sql(RAN)
            .params(began, Nights.last(civic).atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .optional()
            .orElse(false);
    boolean over = ran && jdbc.sql(MOVING).query(Long.class).single() == 0;
    if (!over) { // as if the pause of every job were over
      jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE NOT picked").update();
    }
    return over;
  }

  /** As a power cut does, and then copies every file. The house is down when this returns. */
  void seizeTo(Path copy) throws IOException {
    server.destroyForcibly();
    Optional<ProcessHandle> postgres = postgres();
    postgres.ifPresent(ProcessHandle::destroyForcibly);
    await("the house does not die", END_LIMIT, () -> !server.isAlive() && postgres().isEmpty());
    Files.walkFileTree(folder, new FileCopy(folder, copy));
  }

  void startAgain() throws IOException {
    server = launch();
  }

  /** The one its pid file names, unless that is a zombie or somebody else by now. */
  private Optional<ProcessHandle> postgres() {
    Path file = folder.resolve(HouseFiles.HOME).resolve("postgres/data/postmaster.pid");
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(
              process ->
                  process
                      .info()
                      .commandLine()
                      .filter(words -> words.contains(folder.toString()))
                      .isPresent());
    } catch (IOException | NumberFormatException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Process launch() throws IOException {
    Path log = folder.resolve(HouseFiles.LOG);
    long before = readyLines(log);
    String temporary = "-Djava.io.tmpdir=" + folder.resolve(HouseFiles.TEMPORARY);
    Process started =
        new ProcessBuilder(
                ThisProgram.serving(main, folder.resolve(HouseFiles.CONFIG), List.of(temporary)))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    await(
        "the server does not start",
        START_LIMIT,
        () -> readyLines(log) > before || !started.isAlive());
    if (!started.isAlive()) {
      throw new IOException("the server ended before it was ready");
    }
    return started;
  }

  private static long readyLines(Path log) {
    if (!Files.exists(log)) {
      return 0;
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("Ready:")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void await(String otherwise, Duration limit, BooleanSupplier done) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException(otherwise);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    postgres().ifPresent(ProcessHandle::destroy);
  }
}
