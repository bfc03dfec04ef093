package org.joinvoices.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an embedded server keeps: its data, its log, and beside them the port and the password by
 * which commands find it.
 *
 * @param directory the folder of all of it
 */
record PostgresFiles(Path directory) {

  private static final int PASSWORD_BYTES = 24;

  /** Above the highest number a process can have; nought would be refused. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  Path data() {
    return directory.resolve("data");
  }

  Path log() {
    return directory.resolve("server.log");
  }

  Path passwordFile() {
    return directory.resolve("password");
  }

  boolean initialized() {
    return Files.exists(data().resolve("PG_VERSION")) && Files.exists(portFile());
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  int port() throws IOException {
    return Integer.parseInt(Files.readString(portFile()).strip());
  }

  void port(int port) throws IOException {
    Files.writeString(portFile(), port + "\n");
  }

  void newPassword() throws IOException {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.SYNC);
  }

  /** The last lines of the log, for a message that says why a start failed. */
  String logTail() {
    try {
      var lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  /** The process that last ran on this data, from the first line of its pid file. */
  Optional<Long> postmaster() {
    try (var lines = Files.lines(pidFile())) {
      return lines.findFirst().map(line -> Long.valueOf(line.strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Takes back the number of a dead server's process, so that PostgreSQL does not take a zombie or
   * another program for it. The rest of the file must stay: by the memory it names a starting
   * server knows that work of the dead one still goes on, and keeps off; two servers on one folder
   * undo what the other commits (PostgreSQL 18, CreateLockFile in miscinit.c).
   */
  void disownPidFile() throws IOException {
    if (!Files.exists(pidFile())) {
      return;
    }
    var lines = new ArrayList<>(Files.readAllLines(pidFile()));
    if (lines.isEmpty()) { // killed while it was made, before any work
      Files.delete(pidFile());
    } else {
      lines.set(0, NOBODY);
      Path part = Files.write(data().resolve("postmaster.pid.part"), lines);
      Files.setOwner(part, Files.getOwner(pidFile()));
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(pidFile()));
      Files.move(part, pidFile(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  private Path portFile() {
    return directory.resolve("port");
  }
}
