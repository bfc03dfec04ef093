package org.joinvoices.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.joinvoices.action.ActionFolder;
import org.joinvoices.action.Publication;
import org.joinvoices.action.Publishing;
import org.joinvoices.action.SeedAction;
import org.joinvoices.bench.ThisProgram;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.database.Database;

/**
 * A house under {@code serve} with a process, a home and an embedded database of its own. Only the
 * process started here is killed, and the PostgreSQL whose data lies in this home.
 */
final class TorturedHouse implements AutoCloseable {

  /** The letter that comes with the program is open then. */
  private static final Instant CIVIC = Instant.parse("2021-01-10T17:00:00Z");

  private static final String CHANNELS =
      """

      channels:
        WY-00: [mail]
        NY-S1: [packet]
      offices:
        - seat: WY-00
          email: wy-00%s
      """;

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Pattern TELLING =
      Pattern.compile("@mail\\.example|Samplestreet|/(?:thanks|confirm|r)/[\\w-]{20}");

  private static final int SECONDS_TO_STOP = 60;

  private final String main;
  private final Path folder;
  private final int port;
  private Process server;

  private TorturedHouse(String main, Path folder, int port) throws IOException {
    this.main = main;
    this.folder = folder;
    this.port = port;
    this.server = launch();
  }

  /**
   * Returns when its first page answers.
   *
   * @param main the class whose {@code serve} is started
   * @param folder of everything that is the house's
   * @param mailPort of the server that takes its mails
   * @param gatewayPort of the gateways' stand-in
   */
  static TorturedHouse start(String main, Path folder, int mailPort, int gatewayPort)
      throws IOException {
    int port = Ports.free();
    MasterKey.loadOrCreate(folder.resolve("keys/master.json"));
    Files.writeString(
        folder.resolve("house.conf"), configuration(folder, port, mailPort, gatewayPort));
    try (var database = Database.open(folder.resolve("home"))) {
      new CivicClockStore(database.dataSource(), InstantSource.system()).moveTo(CIVIC);
      publish(database.dataSource());
      return new TorturedHouse(main, folder, port);
    }
  }

  /** The letter that comes with the program, which here takes every channel. */
  private static void publish(DataSource database) {
    Map<String, String> files = new HashMap<>(SeedAction.folder().files());
    files.merge("action.yaml", CHANNELS.formatted(MailSink.OFFICES), String::concat);
    if (new Publishing(database).publish(new ActionFolder(files), CIVIC)
        instanceof Publication.Refused refused) {
      throw new IllegalStateException("faulty letter: " + refused.faults());
    }
  }

  private static String configuration(Path folder, int port, int mailPort, int gatewayPort) {
    return """
    base-url = http://127.0.0.1:%1$d
    home = %2$s/home
    master-key-file = %2$s/keys/master.json
    key-store = %2$s/keys/data
    listen.port = %1$d
    mail.host = 127.0.0.1
    mail.port = %3$d
    mail.from = letters@sample.example
    mail.per-second = 1000
    mail.per-second-per-provider = 1000
    delivery.per-office-per-minute = 600
    limits.per-domain-per-minute = 1000000
    house.url = http://127.0.0.1:%4$d/house
    house.key = sample-of-a-key
    house.timeout = 3
    senate.url = http://127.0.0.1:%4$d/senate
    senate.key = sample-of-a-key
    senate.timeout = 3
    agent.name = Sample Agent
    agent.ack-email = ack@sample.example
    agent.contact-name = Sample Operator
    agent.contact-email = operator@sample.example
    agent.contact-phone = 202-555-0142
    """
        .formatted(port, folder, mailPort, gatewayPort);
  }

  int port() {
    return port;
  }

  /** The file of its settings. */
  Path config() {
    return folder.resolve("house.conf");
  }

  /** Opened only when nothing is killed any more: whoever has it open would start it anew, too. */
  Database database() {
    return Database.open(folder.resolve("home"));
  }

  /** Kills, and returns when the house is there again by itself or by being started again. */
  void kill(Killing what) throws IOException {
    Optional<ProcessHandle> postgres = what == Killing.SERVER ? Optional.empty() : postgres();
    postgres.ifPresent(ProcessHandle::destroyForcibly);
    if (what == Killing.POSTGRES) {
      await("PostgreSQL does not come back", () -> isAnother(postgres));
    } else {
      server.destroyForcibly();
      await("the server does not die", () -> !server.isAlive());
      server = launch();
    }
  }

  private boolean isAnother(Optional<ProcessHandle> before) {
    return postgres().filter(now -> !Optional.of(now).equals(before)).isPresent();
  }

  /** The one its pid file names, unless that is a zombie or somebody else by now. */
  private Optional<ProcessHandle> postgres() {
    try (var lines = Files.lines(folder.resolve("home/postgres/data/postmaster.pid"))) {
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
    Path log = folder.resolve("server.log");
    long before = readyLines(log);
    Process started =
        new ProcessBuilder(ThisProgram.serving(main, folder.resolve("house.conf")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    await("the server does not start", () -> readyLines(log) > before || !started.isAlive());
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

  private static void await(String otherwise, BooleanSupplier done) throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException(otherwise);
      }
      Pause.millis(20);
    }
  }

  /** Lines of its logs that tell of a person, or open something of theirs. */
  long tellingLines() throws IOException {
    long found = 0;
    for (String log : List.of("server.log", "home/postgres/server.log")) {
      try (var lines = Files.lines(folder.resolve(log))) {
        found += lines.filter(line -> TELLING.matcher(line).find()).count();
      }
    }
    return found;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
