package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.joinvoices.platform.database.Database;
import org.springframework.util.FileSystemUtils;

/** A demo of its own process, home and database, with everything switched on; gone afterwards. */
final class BenchHouse implements AutoCloseable {

  private static final int SECONDS_TO_STOP = 60;

  private final Path home;
  private final Process server;
  private final int port;
  private final Database database;

  private BenchHouse(Path home, Process server, int port, Database database) {
    this.home = home;
    this.server = server;
    this.port = port;
    this.database = database;
  }

  /**
   * Returns when its first page answers.
   *
   * @param main the class whose {@code demo} is started
   */
  static BenchHouse start(String main) {
    try {
      Path home = Files.createTempDirectory("joinvoices-bench");
      int port = freePort();
      Process server =
          new ProcessBuilder(command(main, home, port)).redirectErrorStream(true).start();
      awaitReady(server);
      return new BenchHouse(home, server, port, Database.open(home));
    } catch (IOException e) {
      throw new UncheckedIOException("the server to measure does not start", e);
    }
  }

  /** This very program, with the options it was started with. */
  private static List<String> command(String main, Path home, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", property("java.class.path")));
    command.add(main);
    command.addAll(List.of("demo", "--home", home.toString(), "--port", Integer.toString(port)));
    return command;
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process server) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("Ready:")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("it ended before it was ready");
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

  /** Mebibytes of this machine that the server holds, or none where the system does not tell. */
  OptionalLong memory() {
    try (var lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
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
