package org.joinvoices.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A note in the home of when the last backup was made, for whoever asks whether all is well. */
public final class LastBackup {

  private LastBackup() {}

  /** Notes that one was made. */
  public static void remember(Path home, Instant takenAt) {
    try {
      Files.createDirectories(home);
      Files.writeString(file(home), takenAt + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(home), e);
    }
  }

  /** Empty where none was ever made, or the note cannot be read. */
  public static Optional<Instant> find(Path home) {
    try {
      return Optional.of(Instant.parse(Files.readString(file(home)).strip()));
    } catch (NoSuchFileException | DateTimeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(home), e);
    }
  }

  private static Path file(Path home) {
    return home.resolve("backup.last");
  }
}
