package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo advance}: moves the clock of a demo, running or not. */
@Command(
    name = "advance",
    description = "Moves the demo's clock forward; a running demo follows at once.",
    mixinStandardHelpOptions = true)
final class AdvanceCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "INSTANT",
      description = "such as 2021-01-20T12:30:00-05:00")
  private String to = "";

  @Option(
      names = "--home",
      defaultValue = "./var",
      paramLabel = "DIR",
      description = "folder of its data (default ./var)")
  private Path home = Path.of("var");

  @Override
  public Integer call() {
    var wanted = wanted();
    try (var database = Database.open(home.toAbsolutePath().normalize())) {
      var store = new CivicClockStore(database.dataSource(), InstantSource.system());
      return tell(store.moveTo(wanted.toInstant()));
    }
  }

  private OffsetDateTime wanted() {
    try {
      return OffsetDateTime.parse(to.strip());
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--to should be an instant like 2021-01-20T12:30:00-05:00, not '" + to + "'",
          e);
    }
  }

  private int tell(CivicClockStore.Move move) {
    return switch (move) {
      case CivicClockStore.Move.Moved(var civic) -> {
        print(spec.commandLine().getOut(), "It is now " + civic.atZone(CivicClock.CONGRESS));
        yield 0;
      }
      case CivicClockStore.Move.TooEarly(var civic) -> {
        print(
            spec.commandLine().getErr(),
            "It is later already: "
                + civic.atZone(CivicClock.CONGRESS)
                + "; a clock only goes forward.");
        yield 1;
      }
    };
  }

  private static void print(PrintWriter where, String line) {
    where.println(line);
    where.flush();
  }
}
