package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.joinvoices.torture.Torture;
import org.joinvoices.torture.TortureReport;
import org.joinvoices.torture.Troubles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code torture}: whether a house keeps its word when it is killed, or worse. */
@Command(
    name = "torture",
    description =
        "Lets trouble befall a house of its own on this machine while people sign, with a mail server and"
            + " gateways that fail; then its books must agree with what people were told and with what"
            + " was received. Leaves nothing behind unless they do not. Without a number of any trouble"
            + " it kills 300 times.",
    mixinStandardHelpOptions = true)
final class TortureCommand implements Callable<Integer> {

  /** Short enough to be typed again. */
  private static final int SEEDS = 1_000_000;

  private static final int USUAL_KILLS = 300;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--nodes",
      defaultValue = "1",
      paramLabel = "N",
      description = "servers on one database (default ${DEFAULT-VALUE})")
  private int nodes;

  @Option(names = "--kills", paramLabel = "N", description = "of server or PostgreSQL")
  private @Nullable Integer kills;

  @Option(
      names = "--full-disks",
      defaultValue = "0",
      paramLabel = "N",
      description = "times that the disk of the database is full; needs the right to mount")
  private int fullDisks;

  @Option(
      names = "--standstills",
      defaultValue = "0",
      paramLabel = "N",
      description = "times that the database stands still for seconds")
  private int standstills;

  @Option(
      names = "--clock-jumps",
      defaultValue = "0",
      paramLabel = "N",
      description = "times that the clock of a server leaps by hours, forward or back")
  private int clockJumps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "makes the same choices again; printed, and by chance without")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      paramLabel = "N",
      description = "after which nothing more befalls it (default ${DEFAULT-VALUE})")
  private int minutes;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Troubles troubles = troubles();
    refuseNonsense(troubles);
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
    tell("seed " + chosen);
    var plan =
        new Torture.Plan(
            Main.class.getName(), nodes, troubles, chosen, Duration.ofMinutes(minutes));
    TortureReport report = Torture.run(plan, this::tell);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(facts(report, chosen)));
    } else {
      table(report, chosen, out);
    }
    out.flush();
    report.kept().ifPresent(folder -> tell("The house is kept for a look in " + folder));
    return report.agrees() ? 0 : 1;
  }

  private Troubles troubles() {
    var others = new Troubles(0, fullDisks, standstills, clockJumps);
    int usual = others.all() == 0 ? USUAL_KILLS : 0;
    return new Troubles(
        Objects.requireNonNullElse(kills, usual), fullDisks, standstills, clockJumps);
  }

  private void refuseNonsense(Troubles troubles) {
    if (nodes < 1 || minutes < 1) {
      throw new ParameterException(spec.commandLine(), "--nodes and --minutes should be 1 or more");
    }
    if (troubles.least() < 0 || troubles.all() == 0) {
      throw new ParameterException(
          spec.commandLine(), "some trouble is needed: --kills, for example, should be 1 or more");
    }
  }

  private void tell(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(words);
    err.flush();
  }

  private static Map<String, Object> facts(TortureReport report, long seed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seed", seed);
    facts.put("seconds", report.seconds());
    facts.put("troubles", report.troubles());
    facts.put("agrees", report.agrees());
    facts.put("lines", report.lines().stream().map(TortureCommand::facts).toList());
    facts.put("facts", report.facts());
    return facts;
  }

  private static Map<String, Object> facts(TortureReport.Line line) {
    return Map.of("what", line.what(), "expected", line.expected(), "found", line.found());
  }

  private static void table(TortureReport report, long seed, PrintWriter out) {
    out.printf("%-50s %9s %9s%n", "", "expected", "found");
    for (TortureReport.Line line : report.lines()) {
      out.printf(
          "%-50s %9d %9d%s%n",
          line.what(), line.expected(), line.found(), line.agrees() ? "" : "  DIFFERS");
    }
    out.println();
    report.facts().forEach((what, number) -> out.printf("%-50s %9d%n", what, number));
    out.println();
    out.printf(
        "%s, %d s, seed %d: %s%n",
        report.troubles(),
        report.seconds(),
        seed,
        report.agrees() ? "all agrees" : "NOT ALL AGREES");
  }
}
