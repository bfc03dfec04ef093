package org.joinvoices.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.doctor.Finding;
import org.joinvoices.platform.settings.OperatorSettings;
import picocli.CommandLine.Mixin;

/** {@code --home} or {@code --config}: a command works on a demo's house or on a real one. */
final class AnyHouseOption {

  @Mixin private final HouseOption home = new HouseOption();
  @Mixin private final ConfigOption config = new ConfigOption();

  /** An operator's own database server can only be asked. */
  boolean exists() {
    return settings().map(AnyHouseOption::isBegun).orElseGet(home::exists);
  }

  /** Not begun is only what surely is not there: a folder of another user may hold one. */
  private static boolean isBegun(OperatorSettings set) {
    return set.find("database.url").isPresent()
        || !Files.notExists(set.path("home").resolve("postgres"));
  }

  private static OperatorSettings begun(OperatorSettings set) {
    if (!isBegun(set)) {
      throw new Refusal(
          "No house was begun in %s yet; ./joinvoices serve begins one."
              .formatted(set.path("home")));
    }
    return set;
  }

  Database open() {
    return settings().map(AnyHouseOption::begun).map(ServedHouse::database).orElseGet(home::open);
  }

  /** The house that is there, else a new one. */
  Database openOrBegin() {
    return settings().map(ServedHouse::database).orElseGet(home::openOrBegin);
  }

  /** The folder of the house's data. */
  Path data() {
    return settings().map(set -> set.path("home")).orElseGet(home::folder);
  }

  /** The database as it lies there; nothing is migrated. */
  BareDatabase openBare() {
    return settings()
        .map(AnyHouseOption::begun)
        .map(ServedHouse::bareDatabase)
        .orElseGet(home::openBare);
  }

  /** As {@link #openBare}, or a new one. */
  BareDatabase openBareOrBegin() {
    return settings()
        .map(ServedHouse::bareDatabase)
        .orElseGet(() -> BareDatabase.open(home.folder()));
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

  /** A demo's master key is made with the rest of its house; an operator's is there already. */
  Vault openVault(DataSource database) {
    MasterKey master =
        config.isGiven() ? MasterKey.load(masterKey()) : MasterKey.loadOrCreate(masterKey());
    return Vault.open(database, master, KeyStore.in(keyStore()));
  }

  /** Where the house is reached, without trailing slash. */
  String baseUrl() {
    return settings()
        .map(set -> set.get("base-url"))
        .orElseGet(() -> DemoAddress.of(home.folder()).url());
  }

  /** What is wrong with the operator's settings; empty for a demo's house. */
  List<Finding> faults() {
    return config.isGiven() && config.read() instanceof OperatorSettings.Outcome.Faulty(var faults)
        ? faults.stream()
            .map(
                fault ->
                    Finding.fault(
                        "configuration",
                        fault.replaceFirst("\\.$", ""), // a stop stands before each remedy
                        "Mend it; nothing else was looked at."))
            .toList()
        : List.of();
  }

  /** What the operator set; empty for a demo's house. */
  Optional<OperatorSettings> settings() {
    return config.isGiven() ? Optional.of(config.settings()) : Optional.empty();
  }
}
