package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Database;
import org.springframework.util.FileSystemUtils;

/**
 * A house as {@code serve} runs it, with the usual settings, in a process, home and database of its
 * own; gone afterwards.
 */
final class BenchHouse implements AutoCloseable {

  private static final Instant WHILE_THE_LETTER_IS_OPEN = Instant.parse("2021-01-10T17:00:00Z");
  private static final int SECONDS_TO_STOP = 60;

  private final Path home;
  private final Process server;
  private final int port;
  private final Database database;
  private final Vault vault;

  private BenchHouse(Path home, Process server, int port, Database database, Vault vault) {
    this.home = home;
    this.server = server;
    this.port = port;
    this.database = database;
    this.vault = vault;
  }

  /**
   * Publishes the letter that comes with the program, starts, and returns when its pages can be
   * asked for.
   *
   * @param main the class whose {@code serve} is started
   * @param mail where its mails go
   * @param more settings other than the usual ones
   */
  static BenchHouse start(String main, MailSink mail, Map<String, String> more) {
    return start(main, mail, more, List.of());
  }

  /**
   * As {@link #start(String, MailSink, Map)}.
   *
   * @param java options for its process other than ours
   */
  static BenchHouse start(String main, MailSink mail, Map<String, String> more, List<String> java) {
    try {
      Path home = Files.createTempDirectory("joinvoices-bench");
      int port = freePort();
      Path config = Files.writeString(home.resolve("house.conf"), config(home, port, mail, more));
      MasterKey master = MasterKey.loadOrCreate(home.resolve("master.json"));
      publishLetter(home.resolve("house"));
      Process server =
          new ProcessBuilder(ThisProgram.serving(main, config, java))
              .redirectErrorStream(true)
              .start();
      awaitReady(server);
      Database database = Database.open(home.resolve("house"));
      Vault vault =
          Vault.open(database.dataSource(), master, KeyStore.in(home.resolve("key-store")));
      return new BenchHouse(home, server, port, database, vault);
    } catch (IOException e) {
      throw new UncheckedIOException("the server to measure does not start: " + e.getMessage(), e);
    }
  }

  /** Into a database that is closed again: the server opens it by itself, as it does elsewhere. */
  private static void publishLetter(Path house) {
    try (Database database = Database.open(house)) {
      new CivicClockStore(database.dataSource(), InstantSource.system())
          .moveTo(WHILE_THE_LETTER_IS_OPEN);
      SeedAction.publish(database.dataSource(), WHILE_THE_LETTER_IS_OPEN);
    }
  }

  private static String config(Path home, int port, MailSink mail, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("base-url", "http://localhost:" + port);
    settings.put("listen.port", Integer.toString(port));
    settings.put("home", home.resolve("house").toString());
    settings.put("master-key-file", home.resolve("master.json").toString());
    settings.put("key-store", home.resolve("key-store").toString());
    settings.put("mail.host", "127.0.0.1");
    settings.put("mail.port", Integer.toString(mail.port()));
    settings.put("mail.from", "letters@bench.example");
    settings.putIfAbsent("limits.per-domain-per-minute", "1000000"); // its people share one
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process server) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
    var said = new StringBuilder();
    String line = lines.readLine();
    while (line != null && !line.startsWith("Ready:")) {
      said.append(line).append('\n');
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("it ended before it was ready:\n" + said);
    }
    Thread.startVirtualThread(() -> readOn(lines)); // or it would wait for us with its next line
  }

  private static void readOn(BufferedReader lines) {
    try {
      while (lines.readLine() != null) {
        // nobody wants them
      }
    } catch (IOException ended) {
      return;
    }
  }

  int port() {
    return port;
  }

  Database database() {
    return database;
  }

  /** Such as the house issues. */
  Tokens tokens() {
    return new Tokens(
        vault, new CivicClockStore(database.dataSource(), InstantSource.system()).clock());
  }

  /** Mebibytes of this machine that the server holds, or none where the system does not tell. */
  OptionalLong memory() {
    return ThisProgram.memory(server, "VmRSS");
  }

  /** The file of its settings. */
  Path config() {
    return home.resolve("house.conf");
  }

  Vault vault() {
    return vault;
  }

  @Override
  public void close() {
    try {
      database.close();
      server.destroy();
      if (!server.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + home, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
