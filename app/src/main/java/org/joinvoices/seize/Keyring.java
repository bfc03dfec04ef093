package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every key that can be found among what was seized: master keys by what they look like, wherever
 * they lie, and data keys by their names, in the key store and in copies of it.
 */
final class Keyring {

  static {
    try {
      AeadConfig.register();
      MacConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Of the house itself; any other scope is a letter's. */
  static final UUID HOUSE = new UUID(0, 0);

  /** What a data key of any age says of its scope. */
  private static final Pattern DATA_KEY =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(json|destroyed)");

  private static final int LARGEST_KEY_FILE = 1 << 16;

  /**
   * The two keys of a scope.
   *
   * @param number by which ciphertexts of {@code seal} begin, after a byte 1 (Tink's wire format)
   * @param copy whether it lay outside of the key store
   */
  record Key(UUID scope, int number, Aead seal, Mac hash, boolean copy) {}

  private final List<Key> keys = new ArrayList<>();
  private final Set<UUID> letters = new HashSet<>();

  /**
   * @param store the key store of the house, below {@code seized}
   */
  static Keyring find(Path seized, Path store) throws IOException {
    var ring = new Keyring();
    List<Path> files;
    try (Stream<Path> all = Files.walk(seized)) {
      files = all.filter(Keyring::mayBeKey).toList();
    }
    List<Aead> masters = files.stream().flatMap(file -> master(file).stream()).toList();
    for (Path file : files) {
      ring.add(file, masters, !file.startsWith(store));
    }
    return ring;
  }

  private static boolean mayBeKey(Path file) {
    try {
      String name = file.getFileName().toString();
      return Files.isRegularFile(file)
          && Files.size(file) <= LARGEST_KEY_FILE
          && (name.endsWith(".json") || name.endsWith(".destroyed"));
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Aead> master(Path file) {
    try {
      return Optional.of(
          TinkJsonProtoKeysetFormat.parseKeyset(
                  Files.readString(file), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException | IOException | RuntimeException another) {
      return Optional.empty();
    }
  }

  private void add(Path file, List<Aead> masters, boolean copy) {
    var name = DATA_KEY.matcher(file.getFileName().toString());
    if (name.matches()) {
      UUID scope = UUID.fromString(name.group(1));
      if (!scope.equals(HOUSE)) {
        letters.add(scope);
      }
      masters.forEach(master -> key(file, scope, master, copy).ifPresent(this::add));
    }
  }

  /** Once, however often it was copied; that it is in use counts. */
  private void add(Key key) {
    if (key.copy() && keys.stream().anyMatch(known -> known.number() == key.number())) {
      return;
    }
    keys.removeIf(known -> known.number() == key.number());
    keys.add(key);
  }

  private static Optional<Key> key(Path file, UUID scope, Aead master, boolean copy) {
    try {
      var stored = JsonMapper.shared().readTree(Files.readString(file));
      KeysetHandle seal = unwrap(stored.path("seal").asString(), "seal:" + scope, master);
      KeysetHandle hash = unwrap(stored.path("hash").asString(), "hash:" + scope, master);
      return Optional.of(
          new Key(
              scope,
              seal.getPrimary().getId(),
              seal.getPrimitive(RegistryConfiguration.get(), Aead.class),
              hash.getPrimitive(RegistryConfiguration.get(), Mac.class),
              copy));
    } catch (GeneralSecurityException
        | IOException
        | JacksonException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static KeysetHandle unwrap(String wrapped, String context, Aead master)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        Base64.getDecoder().decode(wrapped), master, context.getBytes(UTF_8));
  }

  List<Key> keys() {
    return List.copyOf(keys);
  }

  /** Every letter there is or was, by what the key store and its copies are called. */
  Set<UUID> letters() {
    return Set.copyOf(letters);
  }

  Phase phase() {
    if (keys.stream().anyMatch(key -> !key.scope().equals(HOUSE) && !key.copy())) {
      return Phase.LETTER_KEY;
    }
    return keys.stream().anyMatch(key -> !key.scope().equals(HOUSE))
        ? Phase.KEY_COPIES
        : Phase.NO_KEY;
  }
}
