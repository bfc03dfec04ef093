package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A house of its own, run by {@code ./joinvoices demo} in a fresh home on a free port. */
final class Demo implements AutoCloseable {

  /** The action that every demo carries. */
  static final String SLUG = "join-voices-with-asylum-seekers";

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Path FOLDER = Path.of("target", "demos").toAbsolutePath();

  private final Path home;
  private final Path log;
  private final int port;
  private Process process;

  private Demo(Path folder, int port) {
    this.home = folder.resolve("home");
    this.log = folder.resolve("server.log");
    this.port = port;
    this.process = launch();
  }

  /** A new house, ready for its first visitor. */
  static Demo start() {
    try {
      Files.createDirectories(FOLDER);
      return new Demo(Files.createTempDirectory(FOLDER, "demo"), freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path home() {
    return home;
  }

  int port() {
    return port;
  }

  URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Everything the server and its database wrote for operators to read. */
  String logs() {
    try (Stream<Path> files = Files.walk(home)) {
      var text = new StringBuilder(Files.readString(log, UTF_8));
      for (var file : files.filter(f -> f.getFileName().toString().endsWith(".log")).toList()) {
        text.append(Files.readString(file, UTF_8));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the same home again after {@link #stop} or {@link #kill9}. */
  void startAgain() {
    process = launch();
  }

  /** Ctrl-C. */
  void stop() {
    process.children().forEach(ProcessHandle::destroy);
    process.destroy();
    await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
  }

  /** The power fails: server and database die at the same moment, without a word. */
  void kill9() {
    var all =
        Stream.concat(
                Stream.concat(Stream.of(process.toHandle()), process.descendants()), database())
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().noneMatch(Demo::stillRuns));
  }

  @Override
  public void close() {
    kill9();
    delete(home);
  }

  private Process launch() {
    long alreadyReady = readyLines();
    var started =
        Terminal.leaveRunning(
            log, "demo", "--port", String.valueOf(port), "--home", home.toString());
    try {
      await()
          .pollInterval(Duration.ofMillis(50))
          .atMost(START_LIMIT)
          .until(() -> readyLines() > alreadyReady || !started.isAlive());
    } catch (ConditionTimeoutException e) {
      started.descendants().forEach(ProcessHandle::destroyForcibly);
      started.destroyForcibly();
      throw new AssertionError("not ready in time:\n" + tail(), e);
    }
    if (readyLines() == alreadyReady) {
      throw new AssertionError("ended before it was ready:\n" + tail());
    }
    return started;
  }

  private long readyLines() {
    return Files.exists(log)
        ? logLines().stream().filter(line -> line.startsWith("Ready: " + url("/actions/"))).count()
        : 0;
  }

  private String tail() {
    var lines = logLines();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private List<String> logLines() {
    try {
      return Files.readAllLines(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL leaves the process tree on its start; its first process is named in its folder. */
  private Stream<ProcessHandle> database() {
    try (Stream<Path> files = Files.walk(home)) {
      var pidFile = files.filter(f -> f.endsWith("postmaster.pid")).findFirst();
      if (pidFile.isEmpty()) {
        return Stream.empty();
      }
      var pid = Long.parseLong(Files.readAllLines(pidFile.get(), UTF_8).getFirst().strip());
      return ProcessHandle.of(pid).stream()
          .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A killed process may stay as a zombie until somebody reaps it; it runs no more. */
  private static boolean stillRuns(ProcessHandle handle) {
    try {
      return handle.isAlive()
          && !Files.readString(Path.of("/proc", String.valueOf(handle.pid()), "stat"))
              .contains(") Z");
    } catch (IOException e) {
      return handle.isAlive();
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) {
    try {
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor(30, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
