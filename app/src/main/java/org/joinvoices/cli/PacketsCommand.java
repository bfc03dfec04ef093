package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code packets}: letters on paper, office by office. */
@Command(
    name = "packets",
    description = {
      "Letters on paper: makes packets of what waits for an office, prints them, records the hand-over.",
      "A packet is named by its office and number, such as OH-11/3."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      PacketsListCommand.class,
      PacketsMakeCommand.class,
      PacketsPrintCommand.class,
      PacketsVoidCommand.class,
      PacketsHandedOverCommand.class
    })
final class PacketsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
