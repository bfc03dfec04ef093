package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command has in common: help, version, and kind words for what is wrong. */
class MainTest {

  private final Typing typing = new Typing();

  @Test
  void everyCommandExplainsItselfAndKnowsItsVersion() {
    explained(Main.commandLine(), "");
  }

  private void explained(CommandLine command, String path) {
    for (var entry : command.getSubcommands().entrySet()) {
      String name = path + entry.getKey();
      assertThat(typing.type((Object[]) (name + " --help").split(" "))).as(name).isZero();
      explained(entry.getValue(), name + " ");
    }
    assertThat(typing.err.toString()).isEmpty();
  }

  @Test
  void aSubcommandTellsTheVersionToo() {
    assertThat(typing.type("book", "-V")).isZero();
    assertThat(typing.out.toString()).startsWith("JoinVoices ");
  }

  @Test
  void listsCommandsWithWholeSentences() {
    assertThat(typing.type("help")).isZero();
    assertThat(typing.out.toString()).contains("Nothing leaves this machine.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bok",
        "demo --port abc",
        "demo --port 0",
        "demo --port 70000",
        "demo --now yesterday",
        "demo --now 2021-01-10",
        "demo advance --to tomorrow",
        "demo advance",
        "match --zip abc",
        "match --zip 44113 --on 2021-02-30",
        "book --action x",
        "invite sample@mail.example",
        "invite sample@mail.example --role boss",
        "help bok"
      })
  void aWrongWordIsNamedAndTheHelpPointedTo(String typed) {
    assertThat(typing.type((Object[]) typed.split(" "))).isEqualTo(2);
    assertThat(typing.err.toString())
        .contains("More: ./joinvoices")
        .doesNotContain("\tat ", "Exception");
    assertThat(typing.err.toString().lines().count()).isLessThanOrEqualTo(3);
    assertThat(typing.out.toString()).isEmpty();
  }

  @Test
  void advancesNoHouseThatIsNotThere(@TempDir Path temp) {
    Path mistyped = temp.resolve("vra");

    assertThat(typing.type("demo", "advance", "--to", "2021-01-21T12:00:00Z", "--home", mistyped))
        .isOne();
    assertThat(typing.err.toString())
        .isEqualToIgnoringNewLines(
            "There is no house in " + mistyped + "; name its folder with --home.");
    assertThat(mistyped).doesNotExist();
  }

  @Test
  void takesTheInstantItPrints() {
    var converter = new InstantConverter();
    assertThat(converter.convert("2021-01-20T12:30:00-05:00[America/New_York]"))
        .isEqualTo(converter.convert("2021-01-20T17:30:00Z"));
  }
}
