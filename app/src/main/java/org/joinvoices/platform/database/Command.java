package org.joinvoices.platform.database;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Runs one program to its end. */
final class Command {

  /** Where output goes that nobody wants. */
  static final Path NOWHERE = Path.of("/dev/null");

  /** Of a program that could not even be started, as a shell reports it. */
  private static final int NOT_STARTED = 127;

  private Command() {}

  /**
   * @param output file that takes what the program prints
   * @return its exit code
   */
  static int run(List<String> command, Path output) {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(Redirect.appendTo(output.toFile()));
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      return NOT_STARTED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
    }
  }
}
