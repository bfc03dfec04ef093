package org.joinvoices.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.bench.ThisProgram;

/** The commands of the program, as an operator types them beside the running house. */
final class Commands {

  /**
   * How one ended.
   *
   * @param status of its process, -1 where there was none
   * @param said on standard output
   */
  record Ended(int status, String said) {}

  private final String main;
  private final Node node;

  /**
   * @param main the class of the commands
   * @param node by whose settings and clock they go
   */
  Commands(String main, Node node) {
    this.main = main;
    this.node = node;
  }

  /**
   * What it said.
   *
   * @throws IllegalStateException if it did not do what it should
   */
  String insist(String... words) {
    Ended ended = run(words);
    if (ended.status() != 0) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + ended.status());
    }
    return ended.said();
  }

  Ended run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", node.config().toString()));
    List<String> java = new ArrayList<>(node.options());
    java.add("-XX:TieredStopAtLevel=1");
    try {
      Process process =
          new ProcessBuilder(ThisProgram.running(main, java, all.toArray(String[]::new)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      return new Ended(-1, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(-1, "");
    }
  }
}
