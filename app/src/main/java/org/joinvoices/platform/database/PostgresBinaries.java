package org.joinvoices.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked from the jar of {@code io.zonky.test.postgres} into a cache
 * folder named by their hash. Only {@code postgres}, {@code initdb} and {@code pg_ctl} are in them.
 *
 * @param directory where {@code bin}, {@code lib} and {@code share} are
 */
record PostgresBinaries(Path directory) {

  private static final int OWNER_EXECUTES = 0100;

  /** Of each archive that was asked for; to read one takes longer than much of what follows. */
  private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  /** Unpacks below {@code cache} unless that was done before. */
  static PostgresBinaries unpack(Path cache) {
    var resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      var target = cache.resolve("postgresql-" + hash(resource).substring(0, 16));
      if (!Files.isDirectory(target)) {
        Files.createDirectories(cache);
        unpack(resource, target);
      }
      return new PostgresBinaries(target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL below " + cache, e);
    }
  }

  /**
   * @throws IllegalStateException where no binaries are shipped for this system
   */
  static String resource(String system, String machine) {
    var arm = machine.equals("aarch64") || machine.equals("arm64");
    var name = system.toLowerCase(Locale.ROOT);
    if (!arm && !machine.equals("amd64") && !machine.equals("x86_64")) {
      throw new IllegalStateException("no PostgreSQL is shipped for " + system + " " + machine);
    } else if (name.startsWith("linux")) {
      return arm ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
    } else if (name.startsWith("mac")) {
      return arm ? "/postgres-darwin-arm_64.txz" : "/postgres-darwin-x86_64.txz";
    }
    throw new IllegalStateException("no PostgreSQL is shipped for " + system + " " + machine);
  }

  private static void unpack(String resource, Path target) throws IOException {
    var part = Files.createTempDirectory(target.getParent(), "unpacking");
    try (var in = new TarArchiveInputStream(new XZCompressorInputStream(open(resource)))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        unpack(in, entry, part);
      }
    }
    // World-readable: a server started by root runs as somebody else.
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException otherWasFaster) {
      FileSystemUtils.deleteRecursively(part);
    }
  }

  private static void unpack(InputStream in, TarArchiveEntry entry, Path root) throws IOException {
    var path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(in, path);
    var runs = (entry.getMode() & OWNER_EXECUTES) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String hash(String resource) throws IOException {
    String known = HASHES.get(resource);
    if (known == null) {
      known = read(resource);
      HASHES.put(resource, known);
    }
    return known;
  }

  private static String read(String resource) throws IOException {
    try (var in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    var in = PostgresBinaries.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not on the class path: " + resource);
    }
    return new BufferedInputStream(in);
  }
}
