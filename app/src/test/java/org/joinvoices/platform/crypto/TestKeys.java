package org.joinvoices.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;

/** Vaults for tests, each with a key store of its own below the build folder. */
public final class TestKeys {

  private TestKeys() {}

  public static Vault vault(DataSource database) {
    return Vault.open(database, MasterKey.random(), store());
  }

  static KeyStore store() {
    try {
      return KeyStore.in(Files.createTempDirectory("keys").resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
