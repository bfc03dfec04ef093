package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code authors}: lets those who wrote a letter into their room, and ends that. */
@Command(
    name = "authors",
    description = {
      "The private link by which those who wrote a letter approve its texts and see where it stands.",
      "They need no account and no real name."
    },
    mixinStandardHelpOptions = true,
    subcommands = {AuthorsInviteCommand.class, AuthorsEndCommand.class})
final class AuthorsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
