package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Server and database of a house die twenty times while people sign, its mail server and its
 * gateways fail, and it keeps its word to everyone.
 */
class KilledTwentyTimesTest {

  /** The most that a torture waits for its house to settle, and the kills. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsEveryoneItThankedAndSendsNothingTwice() throws Exception {
    var log = folder.resolve("torture.log");
    var torture = Terminal.leaveRunning(log, "torture", "--kills", "20", "--seed", "20", "--json");
    await().atMost(PATIENCE).until(() -> !torture.isAlive());

    var said = Files.readString(log, UTF_8);
    assertThat(torture.exitValue()).as(said).isZero();
    var report =
        Json.read(said.lines().filter(line -> line.startsWith("{")).findFirst().orElse(""));
    for (var line : report.get("lines")) {
      assertThat(line.get("found").asLong())
          .as(line.get("what").asString())
          .isEqualTo(line.get("expected").asLong());
    }
    assertThat(expected(report, "kills asked for = done")).isEqualTo(20);
    assertThat(expected(report, "thanked = stored, once")).isGreaterThan(30);
    assertThat(expected(report, "told confirmed = confirmed")).isGreaterThan(10);
    assertThat(expected(report, "messages booked as accepted = taken")).isGreaterThan(20);
  }

  private static long expected(JsonNode report, String what) {
    return StreamSupport.stream(report.get("lines").spliterator(), false)
        .filter(line -> line.get("what").asString().equals(what))
        .findFirst()
        .orElseThrow()
        .get("expected")
        .asLong();
  }
}
