package org.joinvoices.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.SeedAction;
import org.joinvoices.bench.ThisProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes packets of letters, gives one up and hands the others over, by the commands of the program
 * as an organizer types them, beside the running house.
 */
final class Paper {

  private final String main;
  private final Path config;

  /**
   * @param main the class of the commands
   * @param config of the house
   */
  Paper(String main, Path config) {
    this.main = main;
    this.config = config;
  }

  /** Makes packets of what waits; whether it worked: just after a kill it may not. */
  boolean make() {
    return run("packets", "make").status() == 0;
  }

  /**
   * Brings all paper to its end, with one packet that is made, given up, and made again.
   *
   * @return letters that were handed over, as the packets tell
   */
  long handOver() {
    insist("packets", "make");
    List<String> made = packets("made");
    if (!made.isEmpty()) {
      insist("packets", "void", made.getFirst());
      insist("packets", "make");
    }
    for (JsonNode packet : list()) {
      if (packet.path("state").asString().equals("made")) {
        handOver(packet);
      }
    }
    long letters = 0;
    for (JsonNode packet : list()) {
      if (packet.path("state").asString().equals("handed_over")) {
        letters += packet.path("letters").asLong() - packet.path("taken_out").size();
      }
    }
    return letters;
  }

  /** A second after it was made, which is over by the time a command has begun. */
  private void handOver(JsonNode packet) {
    Instant at = Instant.parse(packet.path("made_at").asString()).plusSeconds(1);
    insist(
        "packets",
        "handed-over",
        packet.path("packet").asString(),
        "--at",
        at.toString(),
        "--how",
        "by_hand",
        "--who",
        "Sample Organizer",
        "--where",
        "Sample office");
  }

  private List<String> packets(String state) {
    List<String> names = new ArrayList<>();
    for (JsonNode packet : list()) {
      if (packet.path("state").asString().equals(state)) {
        names.add(packet.path("packet").asString());
      }
    }
    return names;
  }

  private JsonNode list() {
    return JsonMapper.shared().readTree(insist("packets", "list", "--json")).path("packets");
  }

  private String insist(String... words) {
    Ended ended = run(words);
    if (ended.status() != 0) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + ended.status());
    }
    return ended.said();
  }

  private record Ended(int status, String said) {}

  private Ended run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--action", SeedAction.SLUG.value(), "--config", config.toString()));
    try {
      Process process =
          new ProcessBuilder(
                  ThisProgram.running(
                      main, List.of("-XX:TieredStopAtLevel=1"), all.toArray(String[]::new)))
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
