package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code i18n}: for those who write and translate what pages and mails say. */
@Command(
    name = "i18n",
    description = "For those who write and translate what pages and mails say.",
    mixinStandardHelpOptions = true,
    subcommands = I18nCheckCommand.class)
final class I18nCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
