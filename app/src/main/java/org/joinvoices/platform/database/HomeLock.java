package org.joinvoices.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock between processes on a file of a home; the system lets go of it when a process dies. */
public final class HomeLock implements AutoCloseable {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else holds the file. */
  static HomeLock alone(Path file) {
    return hold(file, false);
  }

  /** Waits until nobody holds the file alone. */
  static HomeLock together(Path file) {
    return hold(file, true);
  }

  /** Empty if anybody holds the file. */
  public static Optional<HomeLock> tryAlone(Path file) {
    var channel = open(file);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new HomeLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HomeLock hold(Path file, boolean shared) {
    var channel = open(file);
    try {
      channel.lock(0, Long.MAX_VALUE, shared);
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }
}
