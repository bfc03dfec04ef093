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

  /**
   * Bytes of free memory that a process of PostgreSQL may hold on to. By default the C library
   * gives them back after every statement and asks for them again: in profiles of a crowd that
   * signs, a fifth of what PostgreSQL took of the processor.
   */
  private static final String FREE_MEMORY_KEPT = Integer.toString(16 << 20);

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
    builder.environment().put("MALLOC_TRIM_THRESHOLD_", FREE_MEMORY_KEPT);
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
