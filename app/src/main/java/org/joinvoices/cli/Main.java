package org.joinvoices.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry of every command of {@code ./joinvoices}. */
@Command(
    name = "joinvoices",
    description = "The self-hosted action center that gets letters delivered, and answered.",
    mixinStandardHelpOptions = true,
    subcommands = {
      HelpCommand.class,
      DemoCommand.class,
      ServeCommand.class,
      MakeKeyCommand.class,
      InviteCommand.class,
      AuthorsCommand.class,
      MatchCommand.class,
      SeatsCommand.class,
      DataCommand.class,
      PublishCommand.class,
      ExportActionCommand.class,
      BookCommand.class,
      PacketsCommand.class,
      SheetsCommand.class,
      ImportCommand.class,
      HandedOverCommand.class,
      RespondedCommand.class,
      ReviewCommand.class,
      DeliverCommand.class,
      RetentionCommand.class,
      BenchCommand.class,
      TortureCommand.class,
      SeizeCommand.class,
      DoctorCommand.class,
      StatusCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      EventCodeCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      RecountCommand.class,
      I18nCommand.class,
      ForecastCommand.class,
      UpgradeCommand.class
    },
    footer = {
      "",
      "  build  Builds everything ahead, and the cache from which servers start in half the time.",
      "  test   Checks format, compiles with static checks, runs the tests (needs the sources)."
    })
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    int status = commandLine().execute(args.length == 0 ? new String[] {"help"} : args);
    if (status != ExitCode.OK) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    var main =
        new CommandLine(new Main())
            .setParameterExceptionHandler((wrong, _) -> explain(wrong))
            .setExecutionExceptionHandler((failure, command, _) -> explain(failure, command));
    knowVersion(main);
    return main;
  }

  private static void knowVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Main::knowVersion);
  }

  /** What is wrong with the words typed, and where to read on, instead of the whole help. */
  private static int explain(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(wrong.getMessage()));
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("More: ./" + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** One line instead of a stack trace; our own messages hold no personal data. */
  private static int explain(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(reason(failure)));
    err.flush();
    return ExitCode.SOFTWARE;
  }

  /** What failed, and why the system says it did; no personal data. */
  static String reason(Exception failure) {
    String message = failure.getMessage();
    String what =
        message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    return failure instanceof UncheckedIOException ? what + cause(failure.getCause()) : what;
  }

  /** The system's reason; the messages of its exceptions mostly are only a path. */
  private static String cause(@Nullable Throwable cause) {
    return switch (cause) {
      case AccessDeniedException _ -> ": permission denied";
      case NoSuchFileException _ -> ": no such file or folder";
      case FileSystemException system ->
          ": " + Objects.requireNonNullElse(system.getReason(), "not a folder");
      case null, default -> "";
    };
  }

  /** The version the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"JoinVoices " + release()};
    }

    static String release() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(unpackaged)" : version;
    }
  }
}
