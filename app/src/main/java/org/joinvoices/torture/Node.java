package org.joinvoices.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.joinvoices.bench.ThisProgram;

/** One server of a tortured house, a process of its own under {@code serve}. */
final class Node implements AutoCloseable {

  private static final int SECONDS_TO_STOP = 60;

  private final String main;
  private final Path config;
  private final Path log;
  private final Path clock;
  private final List<String> options;
  private final int port;
  private Process server;
  private long readyBefore;
  private Duration ahead = Duration.ZERO;

  private Node(String main, Path config, int port, boolean ownClock) throws IOException {
    this.main = main;
    this.config = config;
    this.port = port;
    this.log = config.resolveSibling("server-" + port + ".log");
    this.clock = config.resolveSibling("clock-" + port);
    this.options = ownClock ? ClockAgent.options(clock) : List.of();
    this.server = launch();
  }

  /**
   * Returns at once; when its first page answers tells {@link #awaitReady}.
   *
   * @param main the class whose {@code serve} is started
   * @param config file of its settings
   * @param port where it listens by these settings
   * @param ownClock whether its clock is to be moved
   */
  static Node start(String main, Path config, int port, boolean ownClock) throws IOException {
    return new Node(main, config, port, ownClock);
  }

  int port() {
    return port;
  }

  /** The file of its settings. */
  Path config() {
    return config;
  }

  /** What it wrote for people to read, in all its lives. */
  Path log() {
    return log;
  }

  void kill() throws IOException {
    server.destroyForcibly();
    Pause.until("the server does not die", () -> !server.isAlive());
  }

  /** Another one in place of the dead one, as a supervisor would; returns when it answers. */
  void startAgain() throws IOException {
    server = launch();
    awaitReady();
  }

  /** Options of Java by which a command goes by its clock, too. */
  List<String> options() {
    return options;
  }

  /** How far its clock is ahead of the machine's. */
  Duration ahead() {
    return ahead;
  }

  /** Returns when it goes by it. */
  void setClock(Duration newAhead) throws IOException {
    ahead = newAhead;
    ClockAgent.set(clock, ahead);
    Pause.until("the clock does not move", () -> ClockAgent.shows(clock, ahead));
  }

  private Process launch() throws IOException {
    readyBefore = readyLines();
    return new ProcessBuilder(ThisProgram.serving(main, config, options))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Returns when its first page answers. */
  void awaitReady() throws IOException {
    Pause.until("the server does not start", () -> readyLines() > readyBefore || !server.isAlive());
    if (!server.isAlive()) {
      throw new IOException("the server ended before it was ready");
    }
  }

  private long readyLines() {
    if (!Files.exists(log)) {
      return 0;
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("Ready:")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
