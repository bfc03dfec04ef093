package org.joinvoices.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.settings.OperatorSettings;
import picocli.CommandLine.Mixin;

/** {@code --home} or {@code --config}: a command works on a demo's house or on a real one. */
final class AnyHouseOption {

  @Mixin private final HouseOption home = new HouseOption();
  @Mixin private final ConfigOption config = new ConfigOption();

  boolean exists() {
    return config.isGiven() || home.exists();
  }

  /** For messages. */
  Path folder() {
    return home.folder();
  }

  Database open() {
    return settings().map(ServedHouse::database).orElseGet(home::open);
  }

  /** The house that is there, else a new one. */
  Database openOrBegin() {
    return settings().map(ServedHouse::database).orElseGet(home::openOrBegin);
  }

  /** The file of the house's master key. */
  Path masterKey() {
    return settings()
        .map(set -> set.path("master-key-file"))
        .orElseGet(() -> DemoProperties.masterKey(home.folder()));
  }

  /** The folder of the house's data keys. */
  Path keyStore() {
    return settings()
        .map(set -> set.path("key-store"))
        .orElseGet(() -> DemoProperties.keyStore(home.folder()));
  }

  private Optional<OperatorSettings> settings() {
    return config.isGiven() ? Optional.of(config.settings()) : Optional.empty();
  }
}
