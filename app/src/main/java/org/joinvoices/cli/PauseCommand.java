package org.joinvoices.cli;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switching;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pause}: stops part of a house until {@code resume}. */
@Command(
    name = "pause",
    description = {
      "Stops part of a house: messages, new signatures, mails, published numbers, or all but static pages.",
      "What is being sent at this moment still leaves. A running server follows within a second;"
          + " ./joinvoices resume lets it go on. Which one when: docs/operate/emergency.md"
    },
    mixinStandardHelpOptions = true)
final class PauseCommand extends SwitchCommand {

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "when people are told to come back, such as 2021-01-20T12:30:00-05:00; ends nothing by itself")
  private @Nullable Instant until;

  @Override
  String turn(SwitchName name, Switch what, DataSource database) {
    boolean paused =
        new Switching(database, MACHINE)
            .pause(new Actor.CommandLine(), what, Optional.ofNullable(until));
    return paused ? "paused" : "was paused already";
  }

  @Override
  String wait(String what) {
    return what + " that wait";
  }
}
