package org.joinvoices.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
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

  void deletePidFile() throws IOException {
    Files.deleteIfExists(pidFile());
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  private Path portFile() {
    return directory.resolve("port");
  }
}
