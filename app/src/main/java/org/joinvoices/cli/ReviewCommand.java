package org.joinvoices.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code review}: organizers look after the list. */
@Command(
    name = "review",
    description = {
      "Looks at signatures that should be looked at, counts them or takes them out, many at once.",
      "First it says how many are meant and shows some of them, without names; --yes does it. What was",
      "done is a batch, which can be undone."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ReviewListCommand.class,
      ReviewReleaseCommand.class,
      ReviewInvalidateCommand.class,
      ReviewBatchesCommand.class,
      ReviewUndoCommand.class
    })
final class ReviewCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
