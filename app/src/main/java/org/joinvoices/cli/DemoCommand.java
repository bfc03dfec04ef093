package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClockStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: a whole house on this machine, with stand-ins for the world outside. */
@Command(
    name = "demo",
    description = {
      "Runs a whole house on this machine: database, web, workers, a catch-all mailbox and a",
      "stand-in for the gateways of House and Senate. Nothing leaves this machine."
    },
    mixinStandardHelpOptions = true,
    subcommands = AdvanceCommand.class)
final class DemoCommand implements Callable<Integer> {

  /** Ten days before the deadline of the first letter. */
  private static final String FIRST_NOW = "2021-01-10T12:00:00-05:00";

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--port", defaultValue = "8080", description = "web port (default 8080)")
  private int port;

  @Option(
      names = "--home",
      defaultValue = "./var",
      paramLabel = "DIR",
      description = "folder of its data (default ./var)")
  private Path home = Path.of("var");

  @Option(
      names = "--now",
      defaultValue = "",
      paramLabel = "INSTANT|today",
      description = {
        "civic time to begin at (a new home: " + FIRST_NOW + ");",
        "a known home goes on with its own clock and takes only a later time"
      })
  private String now = "";

  @Override
  public Integer call() throws InterruptedException {
    Optional<Instant> wanted = wanted();
    PrintWriter out = spec.commandLine().getOut();
    new DemoHouse(home.toAbsolutePath().normalize(), port, out)
        .run(store -> setClock(store, wanted));
    return 0;
  }

  private Optional<Instant> wanted() {
    try {
      return switch (now) {
        case "" -> Optional.empty();
        case "today" -> Optional.of(InstantSource.system().instant());
        default -> Optional.of(OffsetDateTime.parse(now).toInstant());
      };
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--now should be an instant like " + FIRST_NOW + ", or today, not '" + now + "'",
          e);
    }
  }

  private void setClock(CivicClockStore store, Optional<Instant> wanted) {
    boolean isNew = store.find().isEmpty();
    Optional<Instant> target =
        wanted.isEmpty() && isNew
            ? Optional.of(OffsetDateTime.parse(FIRST_NOW).toInstant())
            : wanted;
    target.map(store::moveTo).ifPresent(this::refuseEarlier);
  }

  private void refuseEarlier(CivicClockStore.Move move) {
    if (move instanceof CivicClockStore.Move.TooEarly early) {
      throw new IllegalStateException(
          "--now %s is earlier than this home's civic time, %s; a clock only goes forward. Choose another --home to begin anew."
              .formatted(now, early.civic()));
    }
  }
}
