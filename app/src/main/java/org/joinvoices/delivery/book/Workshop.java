package org.joinvoices.delivery.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in which a book is made, inside the one where it goes: for its owner only, and gone
 * with what is left in it when the book is made, or could not be.
 */
final class Workshop implements AutoCloseable {

  private static final String NAME = ".making";

  private final Path dir;
  private boolean begun;

  Workshop(Path dir) {
    this.dir = dir;
  }

  /** Made on first use. */
  Path folder() {
    Path folder = dir.resolve(NAME);
    if (!begun) {
      try {
        Files.createDirectories(dir);
        FileSystemUtils.deleteRecursively(folder); // of a making that was cut short
        Files.createDirectory(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write to " + dir, e);
      }
      begun = true;
    }
    return folder;
  }

  /** Puts what was made where it goes, in this order, over what lies there. */
  void handOut(List<String> names) {
    try {
      for (String name : names) {
        Files.move(folder().resolve(name), dir.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + dir, e);
    }
  }

  @Override
  public void close() {
    if (begun) {
      try {
        FileSystemUtils.deleteRecursively(dir.resolve(NAME));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + dir.resolve(NAME), e);
      }
    }
  }
}
