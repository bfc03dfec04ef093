package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers of one house share a database whose disk is full for a while, and which then stands
 * still; one dies, and the clock of one leaps by hours. A disk is filled only where one may mount.
 */
class TroubledServersTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void keepEveryoneTheyThankedAndCountAlike() throws Exception {
    var run =
        TortureRun.agreed(
            folder.resolve("torture.log"),
            "--nodes=2",
            "--kills=1",
            "--full-disks=1",
            "--standstills=1",
            "--clock-jumps=1",
            "--seed=2");

    assertThat(run.number("kills asked for = done")).isEqualTo(1);
    assertThat(run.number("standstills asked for = done")).isEqualTo(1);
    assertThat(run.number("clock jumps asked for = done")).isEqualTo(1);
    assertThat(run.number("thanked = stored, once")).isGreaterThan(30);
    assertThat(run.fact("answers of 503")).isPositive();
  }
}
