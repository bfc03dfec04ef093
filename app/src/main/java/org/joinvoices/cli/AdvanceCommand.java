package org.joinvoices.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo advance}: moves a demo's civic time forward, whether it runs or not. */
@Command(
    name = "advance",
    description = "Moves the clock of a demo forward; a running demo follows at once.",
    mixinStandardHelpOptions = true)
final class AdvanceCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "INSTANT",
      description = "such as 2021-01-21T12:00:00-05:00")
  private String to = "";

  @Option(
      names = "--home",
      defaultValue = "./var",
      paramLabel = "DIR",
      description = "folder of the demo's data (default ./var)")
  private Path home = Path.of("var");

  @Override
  public Integer call() {
    Instant wanted = instant();
    try (var database = Database.open(home.toAbsolutePath().normalize())) {
      var store = new CivicClockStore(database.dataSource(), InstantSource.system());
      return switch (store.moveTo(wanted)) {
        case CivicClockStore.Move.Moved moved -> answer("It is now " + moved.civic() + ".");
        case CivicClockStore.Move.TooEarly early -> throw tooEarly(early.civic());
      };
    }
  }

  private int answer(String line) {
    spec.commandLine().getOut().println(line);
    return 0;
  }

  private ParameterException tooEarly(Instant civic) {
    return new ParameterException(
        spec.commandLine(), "--to is earlier than the demo's civic time, " + civic + ".");
  }

  private Instant instant() {
    try {
      return OffsetDateTime.parse(to).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--to should be an instant like 2021-01-21T12:00:00-05:00, not '" + to + "'",
          e);
    }
  }
}
