package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Server and database of a house die twenty times while people sign, its mail server and its
 * gateways fail, and it keeps its word to everyone.
 */
class KilledTwentyTimesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsEveryoneItThankedAndSendsNothingTwice() throws Exception {
    var run = TortureRun.agreed(folder.resolve("torture.log"), "--kills", "20", "--seed", "20");

    assertThat(run.number("kills asked for = done")).isEqualTo(20);
    assertThat(run.number("thanked = stored, once")).isGreaterThan(30);
    assertThat(run.number("told confirmed = confirmed")).isGreaterThan(10);
    assertThat(run.number("messages booked as accepted = taken")).isGreaterThan(20);
  }
}
