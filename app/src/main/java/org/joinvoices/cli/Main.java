package org.joinvoices.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** Entry of every command of {@code ./joinvoices}. */
@Command(
    name = "joinvoices",
    description = "The self-hosted action center that gets letters delivered, and answered.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      HelpCommand.class,
      DemoCommand.class,
      MatchCommand.class,
      DataCommand.class,
      PublishCommand.class,
      ExportActionCommand.class,
      BookCommand.class
    },
    footer = {
      "",
      "  test  Checks format, compiles with static checks, runs the tests (needs the sources)."
    })
public final class Main {

  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] args) {
    int status = commandLine().execute(args.length == 0 ? new String[] {"help"} : args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(command.getColorScheme().errorText(reason(failure)));
              return FAILED;
            });
  }

  /** One line instead of a stack trace; our own messages hold no personal data. */
  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /** The version the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"JoinVoices " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
