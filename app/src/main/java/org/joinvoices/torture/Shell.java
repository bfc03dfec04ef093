package org.joinvoices.torture;

import java.io.IOException;
import java.util.List;

/** Small programs of the system. */
final class Shell {

  private Shell() {}

  /** Whether it was there and did what it should. */
  static boolean run(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
