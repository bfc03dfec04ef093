package org.joinvoices.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which release of civic data answers: the one that a house uses ({@code --home} or {@code
 * --config}), a file, or else the one that ships with the server.
 */
final class ReleaseOption {

  /** At most one of the two. */
  static final class Place {

    @Option(
        names = "--home",
        paramLabel = "DIR",
        description = "answer from the release that this house uses; default the built-in one")
    private @Nullable Path home;

    @Option(
        names = "--release",
        paramLabel = "FILE",
        description = "answer from a release that data compile wrote")
    private @Nullable Path file;
  }

  @ArgGroup private @Nullable Place place;

  @Mixin private final ConfigOption config = new ConfigOption();

  /**
   * @throws Refusal if there is no such house, or the file is no release
   */
  Districts districts() {
    if (place != null && place.file != null) {
      return read(place.file);
    }
    if (place != null && place.home != null) {
      return inUse(HouseOption.in(place.home).open());
    }
    return config.isGiven() ? inUse(ServedHouse.database(config.settings())) : Districts.builtIn();
  }

  private static Districts read(Path file) {
    try {
      return Districts.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalStateException e) {
      throw new Refusal(file + " cannot be used: " + e.getMessage());
    }
  }

  private static Districts inUse(Database opened) {
    try (var database = opened) {
      return new DataReleases(database.dataSource(), InstantSource.system()).inUse();
    }
  }
}
