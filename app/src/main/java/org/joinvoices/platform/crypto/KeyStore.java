package org.joinvoices.platform.crypto;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a house's data keys: a file for each scope, {@code SCOPE.json}, whose keys are
 * wrapped by the master key. It lies outside the database, so that no copy of the database holds a
 * key, and a key that is destroyed here takes with it what every such copy holds of its scope.
 *
 * <p>What is added is on disk before {@link #add} returns. Any number of processes may use one
 * folder at once.
 */
public final class KeyStore {

  private static final String KEYS = ".json";

  private static final String PART = ".part";

  /** Lasts, so that no new key is ever made for a scope that has ended. */
  private static final String DESTROYED = ".destroyed";

  private final Path folder;
  private final JsonMapper json = JsonMapper.shared();

  private KeyStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The store in a folder, which is made when missing, for its owner only.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public static KeyStore in(Path folder) {
    try {
      Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
      Files.createDirectories(parent);
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(only("rwx------")));
      flush(parent);
    } catch (FileAlreadyExistsException known) {
      // as it is: its owner may have reasons for its rights
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the key store " + folder, e);
    }
    return new KeyStore(folder);
  }

  /** The wrapped keys of a scope by purpose; empty if there are none, or none any more. */
  Optional<Map<String, Bytes>> find(UUID scope) {
    try {
      var stored =
          json.readValue(
              Files.readString(file(scope, KEYS)), new TypeReference<Map<String, String>>() {});
      var keys = new TreeMap<String, Bytes>();
      stored.forEach(
          (purpose, key) -> keys.put(purpose, Bytes.copyFrom(Base64.getDecoder().decode(key))));
      return Optional.of(keys);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key store " + folder, e);
    }
  }

  /** Keeps these keys unless the scope has some already, or had; whoever comes first counts. */
  void add(UUID scope, Map<String, Bytes> keys) {
    var stored = new TreeMap<String, String>();
    keys.forEach(
        (purpose, key) ->
            stored.put(purpose, Base64.getEncoder().encodeToString(key.toByteArray())));
    if (!isDestroyed(scope)) {
      put(scope, KEYS, json.writeValueAsString(stored));
    }
    if (isDestroyed(scope)) {
      remove(scope); // it ended while we were at it
    }
  }

  boolean isDestroyed(UUID scope) {
    return Files.exists(file(scope, DESTROYED));
  }

  /** Whether there is something to destroy. */
  boolean holds(UUID scope) {
    return Files.exists(file(scope, KEYS));
  }

  /**
   * Overwrites the file of a scope and deletes it, for good: no other key is made for this scope.
   * What a journal, a snapshot or the spare blocks of a disk still hold of it is beyond us; without
   * the master key it opens nothing.
   */
  void destroy(UUID scope) {
    put(scope, DESTROYED, "");
    remove(scope);
  }

  /** With what a writer left that was stopped half-way. */
  private void remove(UUID scope) {
    try {
      try (var parts = Files.newDirectoryStream(folder, scope + ".*" + PART)) {
        for (Path part : parts) {
          remove(part);
        }
      }
      remove(file(scope, KEYS));
      flush(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot destroy a key in " + folder, e);
    }
  }

  private static void remove(Path file) throws IOException {
    try {
      overwrite(file);
      Files.deleteIfExists(file);
    } catch (NoSuchFileException gone) {
      // by another process, which saw to it
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var noise = new byte[(int) channel.size()];
      new SecureRandom().nextBytes(noise);
      channel.write(ByteBuffer.wrap(noise), 0);
      channel.force(true);
    }
  }

  /** A link instead of a rename: of two that write at once, the second must not replace it. */
  private void put(UUID scope, String suffix, String text) {
    try {
      var owner = PosixFilePermissions.asFileAttribute(only("rw-------"));
      var part = Files.createTempFile(folder, scope + ".", PART, owner);
      try {
        Files.writeString(part, text, StandardOpenOption.SYNC);
        Files.createLink(file(scope, suffix), part);
      } catch (FileAlreadyExistsException known) {
        // another was faster; its file counts
      } finally {
        Files.deleteIfExists(part);
      }
      flush(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the key store " + folder, e);
    }
  }

  /** So that names survive a power failure, too. */
  private static void flush(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Set<PosixFilePermission> only(String rights) {
    return PosixFilePermissions.fromString(rights);
  }

  private Path file(UUID scope, String suffix) {
    return folder.resolve(scope + suffix);
  }
}
