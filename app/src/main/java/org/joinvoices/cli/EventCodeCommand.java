package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code event-code}: for events at which many sign from one place. */
@Command(
    name = "event-code",
    description = {
      "Codes for events at which many sign from one place, such as a church or a school.",
      "Who comes by the link of a code does not count towards what is usual of one network."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      EventCodeMakeCommand.class,
      EventCodeListCommand.class,
      EventCodeEndCommand.class
    })
final class EventCodeCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
