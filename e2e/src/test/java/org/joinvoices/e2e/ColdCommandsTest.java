package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's one-off commands. */
@ExtendWith(Houses.class)
class ColdCommandsTest {

  private static final Terminal.Answer HELP = Terminal.type("help");

  private final String home;

  @TempDir private Path folder = Path.of("");

  ColdCommandsTest(Demo demo) {
    this.home = demo.home().toString();
  }

  @Test
  void matchesAZipCodeOnADateOffline() {
    var answer = Terminal.type("match", "--zip", "44113", "--on", "2021-01-10", "--json");
    assertThat(answer.status()).as(answer.err()).isZero();
    var match = Json.read(answer.out());
    assertThat(match.propertyNames()).contains("outcome", "how", "confidence", "release", "seats");
    assertThat(match.get("how").asString()).isEqualTo("zip");
    for (var seat : match.get("seats")) {
      assertThat(seat.propertyNames())
          .containsExactlyInAnyOrder("seat", "ocd", "chamber", "officeholder");
    }
    assertThat(match.get("seats").findValuesAsString("seat")).contains("OH-11", "OH-S1", "OH-S3");
    assertThat(match.findValuesAsString("bioguide")).contains("F000455", "B000944", "P000449");
  }

  @Test
  void saysThatASeatIsVacantByNull() {
    var answer = Terminal.type("match", "--zip", "30303", "--on", "2021-01-10", "--json");
    for (var seat : Json.read(answer.out()).get("seats")) {
      var vacant = seat.get("seat").asString().equals("GA-S2");
      assertThat(seat.get("officeholder").isNull()).as(seat.toString()).isEqualTo(vacant);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "publish", "export-action", "match", "data", "book", "invite"})
  void explainsEachCommand(String command) {
    assertThat(HELP.out()).contains(command);
    var own = Terminal.type(command, "--help");
    assertThat(own.status()).as(own.err()).isZero();
    assertThat(own.out()).contains("Usage").contains(command);
  }

  @Test
  void answersAWrongWordWithTwoAndNoStackTrace() {
    var answer = Terminal.type("pubish");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("pubish").doesNotContain("\tat ");
  }

  @Test
  void takesAnExportedFolderBackUnchangedAndNamesFileAndLineOfAFault() throws IOException {
    var exported = Terminal.type("export-action", Demo.SLUG, folder.toString(), "--home", home);
    assertThat(exported.status()).as(exported.err()).isZero();
    var again = Terminal.type("publish", folder.toString(), "--home", home);
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out() + again.err()).containsIgnoringCase("nothing");

    int line = breakDeadline(folder.resolve("action.yaml"));
    var broken = Terminal.type("publish", folder.toString(), "--home", home);
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("action.yaml:" + line).doesNotContain("\tat ");
  }

  /** Puts an impossible date at the deadline; returns its line, counted from 1. */
  private static int breakDeadline(Path file) throws IOException {
    var lines = Files.readAllLines(file, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("deadline:")) {
        lines.set(i, "deadline: 2021-02-30T12:00");
        Files.write(file, lines, UTF_8);
        return i + 1;
      }
    }
    throw new AssertionError("no deadline in " + file);
  }
}
