package org.joinvoices.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the temporary folders of tests (junit-platform.properties) in memory where Linux has room
 * for them there: hundreds of databases are made and thrown away, whose files a disk would sync.
 */
public final class FoldersInMemory implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");

  /** Many times what all of them hold at once; containers often have next to nothing there. */
  private static final long ROOM = 3L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return create();
  }

  static Path create() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
        ? Files.createTempDirectory(MEMORY, "joinvoices")
        : Files.createTempDirectory("joinvoices");
  }
}
