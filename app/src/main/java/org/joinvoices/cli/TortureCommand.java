package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.joinvoices.torture.Torture;
import org.joinvoices.torture.TortureReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code torture}: whether a house keeps its word when it is killed. */
@Command(
    name = "torture",
    description =
        "Kills a house of its own on this machine again and again while people sign, with a mail server"
            + " and gateways that fail; then its books must agree with what people were told and with"
            + " what was received. Leaves nothing behind unless they do not.",
    mixinStandardHelpOptions = true)
final class TortureCommand implements Callable<Integer> {

  /** Short enough to be typed again. */
  private static final int SEEDS = 1_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--kills",
      defaultValue = "300",
      paramLabel = "N",
      description = "of server or PostgreSQL (default ${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "makes the same choices again; printed, and by chance without")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      paramLabel = "N",
      description = "after which nothing more is killed (default ${DEFAULT-VALUE})")
  private int minutes;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (kills < 1 || minutes < 1) {
      throw new ParameterException(spec.commandLine(), "--kills and --minutes should be 1 or more");
    }
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
    tell("seed " + chosen);
    var plan = new Torture.Plan(Main.class.getName(), kills, chosen, Duration.ofMinutes(minutes));
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

  private void tell(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(words);
    err.flush();
  }

  private static Map<String, Object> facts(TortureReport report, long seed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seed", seed);
    facts.put("seconds", report.seconds());
    facts.put("kills", report.kills());
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
        "kills %s, %d s, seed %d: %s%n",
        report.kills(), report.seconds(), seed, report.agrees() ? "all agrees" : "NOT ALL AGREES");
  }
}
