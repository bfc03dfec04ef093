package org.joinvoices.torture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.SeedAction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes packets of letters, gives one up and hands the others over, by the commands of the program
 * as an organizer types them, beside the running house.
 */
final class Paper {

  private final Commands commands;

  Paper(Commands commands) {
    this.commands = commands;
  }

  /** Makes packets of what waits; whether it worked: just after a kill it may not. */
  boolean make() {
    return commands.run(ofTheLetter("packets", "make")).status() == 0;
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
    return commands.insist(ofTheLetter(words));
  }

  private static String[] ofTheLetter(String... words) {
    return Stream.concat(Stream.of(words), Stream.of("--action", SeedAction.SLUG.value()))
        .toArray(String[]::new);
  }
}
