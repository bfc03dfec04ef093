package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One run of {@code ./joinvoices torture} after which all agreed. */
final class TortureRun {

  /** The most that a torture waits for its house to settle, and its troubles. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final JsonNode report;

  private TortureRun(JsonNode report) {
    this.report = report;
  }

  /** Fails where anything differs. */
  static TortureRun agreed(Path log, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("torture", "--json"));
    words.addAll(List.of(options));
    var torture = Terminal.leaveRunning(log, words.toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> !torture.isAlive());

    var said = Files.readString(log, UTF_8);
    assertThat(torture.exitValue()).as(said).isZero();
    var run =
        new TortureRun(
            Json.read(said.lines().filter(line -> line.startsWith("{")).findFirst().orElse("")));
    for (var line : run.report.get("lines")) {
      assertThat(line.get("found").asLong())
          .as(line.get("what").asString())
          .isEqualTo(line.get("expected").asLong());
    }
    return run;
  }

  /** What was expected, and found. */
  long number(String what) {
    return StreamSupport.stream(report.get("lines").spliterator(), false)
        .filter(line -> line.get("what").asString().equals(what))
        .findFirst()
        .orElseThrow()
        .get("expected")
        .asLong();
  }

  /** How hard it was. */
  long fact(String what) {
    return report.get("facts").get(what).asLong();
  }
}
