package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.platform.clock.CivicClockStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: a whole house on this machine, with stand-ins for the world outside. */
@Command(
    name = "demo",
    description =
        "Runs a whole house on this machine: database, web, workers, a catch-all mailbox and a"
            + " stand-in for the gateways of House and Senate. Nothing leaves this machine.",
    mixinStandardHelpOptions = true,
    subcommands = AdvanceCommand.class)
final class DemoCommand implements Callable<Integer> {

  /** Ten days before the deadline of the first letter. */
  private static final String FIRST_NOW = "2021-01-10T12:00:00-05:00";

  private static final int LAST_PORT = 65_535;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final HouseOption house = new HouseOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "web port (default ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--without-gateways",
      description = {
        "as a house that has no accounts at Congress yet:",
        "messages wait to be printed in packets"
      })
  private boolean withoutGateways;

  @Option(
      names = "--now",
      paramLabel = "INSTANT|today",
      converter = Beginning.class,
      description = {
        "civic time to begin at (a new home: " + FIRST_NOW + ");",
        "a known home goes on with its own clock and takes only a later time"
      })
  private Optional<Instant> now = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 1 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port should be from 1 to %d, not %d".formatted(LAST_PORT, port));
    }
    PrintWriter out = spec.commandLine().getOut();
    new DemoHouse(house.folder(), port, !withoutGateways, out).run(this::setClock);
    return 0;
  }

  private void setClock(CivicClockStore store) {
    now.or(() -> store.find().isEmpty() ? Optional.of(Instant.parse(FIRST_NOW)) : Optional.empty())
        .map(store::moveTo)
        .ifPresent(DemoCommand::refuseEarlier);
  }

  private static void refuseEarlier(CivicClockStore.Move move) {
    if (move instanceof CivicClockStore.Move.TooEarly early) {
      throw new Refusal(
          "--now is earlier than this home's civic time, %s; a clock only goes forward. Choose another --home to begin anew."
              .formatted(early.civic()));
    }
  }

  /** What {@code --now} takes. */
  static final class Beginning implements ITypeConverter<Instant> {

    private final InstantConverter instants = new InstantConverter();

    @Override
    public Instant convert(String typed) {
      return typed.equals("today") ? InstantSource.system().instant() : instants.convert(typed);
    }
  }
}
