package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sheets}: sign-up sheets of paper. */
@Command(
    name = "sheets",
    description = "Sign-up sheets for rooms without network; import brings what was written back.",
    mixinStandardHelpOptions = true,
    subcommands = SheetsPrintCommand.class)
final class SheetsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
