package org.joinvoices.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.joinvoices.platform.database.BareDatabase;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Option;

/** {@code --home}: the house a command works on. */
final class HouseOption {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "./var",
      description = "folder of the house (default ${DEFAULT-VALUE})")
  private Path home = Path.of("var");

  /** As if its folder had been typed. */
  static HouseOption in(Path folder) {
    var house = new HouseOption();
    house.home = folder;
    return house;
  }

  Path folder() {
    return home.toAbsolutePath().normalize();
  }

  boolean exists() {
    return Files.isDirectory(home.resolve("postgres"));
  }

  /** A mistyped folder is not made into a house. */
  Database open() {
    requireHouse();
    return Database.open(folder());
  }

  /** As it lies there. */
  BareDatabase openBare() {
    requireHouse();
    return BareDatabase.open(folder());
  }

  private void requireHouse() {
    if (!exists()) {
      throw new Refusal("There is no house in " + home + "; name its folder with --home.");
    }
  }

  /** The house that is there, else a new one. */
  Database openOrBegin() {
    return Database.open(folder());
  }
}
