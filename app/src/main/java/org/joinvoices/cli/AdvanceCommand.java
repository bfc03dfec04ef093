package org.joinvoices.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private final HouseOption house = new HouseOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "such as 2021-01-20T12:30:00-05:00")
  private Instant to = Instant.EPOCH;

  @Override
  public Integer call() {
    try (var database = house.open()) {
      var store = new CivicClockStore(database.dataSource(), InstantSource.system());
      var out = spec.commandLine().getOut();
      out.println("It is now " + washington(moved(store.moveTo(to))));
      out.flush();
      return 0;
    }
  }

  private static Instant moved(CivicClockStore.Move move) {
    return switch (move) {
      case CivicClockStore.Move.Moved(var civic) -> civic;
      case CivicClockStore.Move.TooEarly(var civic) ->
          throw new Refusal(
              "It is later already: %s; a clock only goes forward.".formatted(washington(civic)));
    };
  }

  private static OffsetDateTime washington(Instant civic) {
    return civic.truncatedTo(ChronoUnit.SECONDS).atZone(CivicClock.CONGRESS).toOffsetDateTime();
  }
}
