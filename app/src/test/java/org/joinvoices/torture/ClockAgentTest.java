package org.joinvoices.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;
import org.joinvoices.bench.ThisProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClockAgentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder = Path.of("");

  /** Says by each way to ask what time it is, whenever it reads a line. */
  static final class Teller {

    private Teller() {}

    public static void main(String[] arguments) {
      var lines = new Scanner(System.in, StandardCharsets.UTF_8);
      while (lines.hasNextLine()) {
        lines.nextLine();
        long library = Clock.systemUTC().millis();
        System.out.println(
            Instant.now().toEpochMilli() + " " + System.currentTimeMillis() + " " + library);
      }
    }
  }

  @Test
  void movesTheClockOfOneProcessHoweverItAsks() throws IOException {
    Path offset = folder.resolve("clock");
    List<String> options = new ArrayList<>(ClockAgent.options(offset));
    var process =
        new ProcessBuilder(ThisProgram.running(Teller.class.getName(), options))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var answers = process.inputReader(StandardCharsets.UTF_8);
        var questions = process.outputWriter(StandardCharsets.UTF_8)) {
      for (Duration ahead : List.of(Duration.ofHours(5), Duration.ofHours(-3), Duration.ZERO)) {
        ClockAgent.set(offset, ahead);
        assertThat(Pause.within(PATIENCE, () -> ClockAgent.shows(offset, ahead))).isTrue();

        questions.write("what time is it?\n");
        questions.flush();
        for (String millis : Objects.requireNonNull(answers.readLine()).split(" ")) {
          Duration shown =
              Duration.between(Instant.now(), Instant.ofEpochMilli(Long.parseLong(millis)));
          assertThat(shown).isCloseTo(ahead, Duration.ofSeconds(5));
        }
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
