package org.joinvoices.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A house begun a moment ago: its database is there, of this release and empty. */
public final class BegunHome {

  private BegunHome() {}

  /** Copies the one that this process made, because to make one takes seconds. */
  public static void in(Path home) {
    int status =
        Command.run(List.of("cp", "-a", Made.HOME + "/.", home.toString()), Command.NOWHERE);
    if (status != 0) {
      throw new IllegalStateException("no house was copied to " + home + ": " + status);
    }
  }

  private static final class Made {

    static final Path HOME = make();

    private static Path make() {
      try {
        Path home = FoldersInMemory.create();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
        Database.open(home).close();
        return home;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path home) {
      try {
        FileSystemUtils.deleteRecursively(home);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
