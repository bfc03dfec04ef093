package org.joinvoices.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The key that wraps every data key: a Tink keyset of AES-256-GCM, so that it can be rotated by
 * adding a key to the file. Whoever loses it loses all contact data; whoever has it and the
 * database can read all of it.
 */
public final class MasterKey {

  static {
    try {
      AeadConfig.register();
      MacConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final KeysetHandle keyset;
  private final Aead aead;

  private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
    this.keyset = keyset;
    this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** A new key that is nowhere yet. */
  public static MasterKey random() {
    try {
      return new MasterKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a master key", e);
    }
  }

  /**
   * Reads the keyset, JSON as Tink's own tools write it.
   *
   * @throws IllegalStateException if the file is no such keyset
   * @throws UncheckedIOException if there is no such file
   */
  public static MasterKey load(Path file) {
    try {
      return new MasterKey(
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a Tink keyset of AES-GCM: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the master key " + file, e);
    }
  }

  /** As {@link #load}; a missing file is made first, readable by its owner only. */
  public static MasterKey loadOrCreate(Path file) {
    if (!Files.exists(file)) {
      random().save(file);
    }
    return load(file);
  }

  private void save(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var onlyOwner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var part = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".part", onlyOwner);
      Files.writeString(part, json(), StandardOpenOption.SYNC);
      // A link instead of a rename: of two starts at once, the second must not replace the first's.
      try {
        Files.createLink(file, part);
      } catch (FileAlreadyExistsException made) {
        // another start was faster; its key counts
      } finally {
        Files.delete(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the master key " + file, e);
    }
  }

  private String json() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot serialize the master key", e);
    }
  }

  byte[] wrap(KeysetHandle key, byte[] context) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, aead, context);
  }

  KeysetHandle unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, context);
  }
}
