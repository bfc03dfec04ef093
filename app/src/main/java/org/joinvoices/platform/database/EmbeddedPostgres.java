package org.joinvoices.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The PostgreSQL of a house that brings none: unpacked, set up and started by ourselves, on the
 * loopback address, with a password, and as durable as any (fsync and synchronous commit on, which
 * the test launcher of the same binaries switches off).
 *
 * <p>It runs apart from this process and survives its death; the next start adopts it. Its own
 * death is noticed by {@link PostgresKeeper}. What PostgreSQL's own tools say about a server is not
 * trusted, because after a kill the dead one stays a zombie for a while and looks alive: only a
 * connection counts.
 */
public final class EmbeddedPostgres {

  private static final String DATABASE = "joinvoices";
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** What sets a server that must keep its data apart from one that need not. */
  public enum Durability {
    DURABLE(List.of("fsync = on", "synchronous_commit = on")),
    /** For tests: fast, and lost with the machine. */
    THROWAWAY(List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off"));

    private final List<String> settings;

    Durability(List<String> settings) {
      this.settings = settings;
    }
  }

  private final PostgresFiles files;

  // Asked for only when something is to be started or stopped: adopting takes one connection.
  private final Supplier<PostgresBinaries> binaries;
  private final Supplier<PostgresUser> user;

  private EmbeddedPostgres(PostgresFiles files, Path cache) {
    this.files = files;
    this.binaries = SingletonSupplier.of(() -> PostgresBinaries.unpack(cache));
    this.user = SingletonSupplier.of(PostgresUser::choose);
  }

  /**
   * Starts the server of this folder, or adopts the one that runs on it.
   *
   * @param directory its data, log, port and password; made when missing
   * @param cache where the programs are unpacked, shared by all folders
   * @throws IllegalStateException if it does not start; the message ends with its log
   */
  public static EmbeddedPostgres start(Path directory, Path cache, Durability durability) {
    try {
      Files.createDirectories(directory);
      var postgres =
          new EmbeddedPostgres(new PostgresFiles(directory.toRealPath()), cache.toAbsolutePath());
      postgres.start(durability);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL in " + directory, e);
    }
  }

  /** Where the binaries are cached by default: for root a place that nobody may read, too. */
  public static Path defaultCache() {
    var user = Objects.requireNonNull(System.getProperty("user.name"));
    return user.equals("root")
        ? Path.of("/var/cache/joinvoices")
        : Path.of(Objects.requireNonNull(System.getProperty("user.home")), ".cache", "joinvoices");
  }

  /** Where it listens. */
  public PostgresAddress address() {
    try {
      return new PostgresAddress(files.port(), DATABASE, files.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all connections and stops the server. */
  public void stop() {
    pgCtl("stop", "-m", "fast", "-w", "-t", "60");
  }

  private void start(Durability durability) throws IOException {
    if (!files.initialized()) {
      initialize(durability);
    }
    var end = System.nanoTime() + START_LIMIT.toNanos();
    while (!startOnce()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("PostgreSQL does not start:\n" + files.logTail());
      }
      pause();
    }
    createDatabase();
  }

  /** One look, and one try where nothing runs. */
  private boolean startOnce() throws IOException {
    return switch (probe()) {
      case ANSWERS -> true;
      case COMING_UP -> false;
      case SILENT -> !isAlive() && launch();
    };
  }

  /**
   * Starts a server anew that died under its users; does nothing while it answers, or is coming up.
   * They know where it listens, so a port that somebody took meanwhile is waited for.
   *
   * @return whether it had died and answers again
   */
  boolean revive() {
    try {
      return probe() == PostgresProbe.SILENT && !isAlive() && launchAtItsPort();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL anew", e);
    }
  }

  /** Whether it takes a connection. */
  boolean answers() {
    return probe() == PostgresProbe.ANSWERS;
  }

  private boolean launch() throws IOException {
    usePortThatIsFree();
    return launchAtItsPort();
  }

  private boolean launchAtItsPort() throws IOException {
    user.get().own(files.directory());
    files.disownPidFile();
    pgCtl("start", "-w", "-t", "120", "-l", files.log().toString(), "-o", "-p " + files.port());
    return probe() == PostgresProbe.ANSWERS;
  }

  private PostgresProbe probe() {
    return PostgresProbe.of(maintenance(), files.data());
  }

  /**
   * Whether the pid file names a server of this data. It may name a zombie, another program that
   * got the number (usual in restarted containers), or the server of a folder this one was copied
   * from: PostgreSQL would refuse to start beside each of them.
   */
  private boolean isAlive() {
    var data = files.data().toString();
    return files
        .postmaster()
        .flatMap(ProcessHandle::of)
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").endsWith("/postgres"))
        .filter(info -> List.of(info.arguments().orElse(new String[0])).contains(data))
        .isPresent();
  }

  private void usePortThatIsFree() throws IOException {
    try (var free = new ServerSocket(files.port(), 1, InetAddress.getLoopbackAddress())) {
      return;
    } catch (IOException taken) {
      files.port(anyFreePort());
    }
  }

  private static int anyFreePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Made beside its place and moved there when whole, so that a kill leaves no half database. */
  private void initialize(Durability durability) throws IOException {
    var part = files.directory().resolve("data.part");
    FileSystemUtils.deleteRecursively(part);
    files.newPassword();
    user.get().own(files.directory());
    run(
        List.of(
            binaries.get().program("initdb").toString(),
            "--pgdata=" + part,
            "--username=" + PostgresAddress.OWNER,
            "--pwfile=" + files.passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=und"));
    Files.writeString(
        part.resolve("postgresql.auto.conf"), PostgresSettings.text(durability.settings));
    files.port(anyFreePort());
    Files.move(part, files.data());
  }

  private void createDatabase() {
    try (var connection = maintenance().unpooled().getConnection();
        var statement = connection.createStatement();
        var known =
            statement.executeQuery(
                "SELECT FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
      if (!known.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database", e);
    }
  }

  private PostgresAddress maintenance() {
    return address().in("postgres");
  }

  /** Failing is not an error here: whoever calls looks for himself. */
  private void pgCtl(String action, String... options) {
    var command =
        new ArrayList<>(
            List.of(
                binaries.get().program("pg_ctl").toString(),
                action,
                "--silent",
                "-D",
                files.data().toString()));
    command.addAll(List.of(options));
    execute(command);
  }

  private void run(List<String> command) {
    if (execute(command) != 0) {
      throw new IllegalStateException(command.getFirst() + " failed:\n" + files.logTail());
    }
  }

  private int execute(List<String> command) {
    var whole = new ArrayList<>(user.get().prefix());
    whole.addAll(command);
    return Command.run(whole, files.log());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
    }
  }
}
