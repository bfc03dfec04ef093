package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.joinvoices.seize.SeizeReport;
import org.joinvoices.seize.Seizure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code seize}: what whoever takes all machines of a house learns of its signers. */
@Command(
    name = "seize",
    description =
        "Fills a house of its own on this machine with made-up signers, lets time pass, and takes it with"
            + " backups, logs and every key that lies there that day; then tries to tell its signers from"
            + " as many strangers, and to read how to reach them. Leaves nothing behind.",
    mixinStandardHelpOptions = true)
final class SeizeCommand implements Callable<Integer> {

  private static final int SEEDS = 1_000_000;

  /** All fates are met. */
  private static final int LEAST = 20;

  private static final int MOST = 10_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description =
          "day of the seizure; may be given several times. Everybody signs on 2021-01-10, the letter closes"
              + " on 2021-05-01, its key is destroyed on 2021-11-01 (default: the day before it closes, the"
              + " day after its key is destroyed, and the day when no copy of it is left)")
  private List<LocalDate> days = new ArrayList<>();

  @Option(
      names = "--signers",
      defaultValue = "1000",
      paramLabel = "N",
      description = "and as many strangers (default ${DEFAULT-VALUE})")
  private int signers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "makes the same people again; by chance without")
  private @Nullable Long seed;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    List<LocalDate> chosen = days.isEmpty() ? Seizure.USUAL : days;
    if (signers < LEAST || signers > MOST) {
      throw refusal("--signers should be %d to %d".formatted(LEAST, MOST));
    }
    if (chosen.stream().anyMatch(day -> day.isBefore(Seizure.FIRST))) {
      throw refusal(
          "--as-of should be " + Seizure.FIRST + " or later: before it nobody has signed");
    }
    long people = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
    var plan = new Seizure.Plan(Main.class.getName(), signers, people, chosen);
    SeizeReport report = Seizure.run(plan, this::tell);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(report) : report.markdown());
    out.flush();
    tell(
        "seed %d, %d s: %s"
            .formatted(
                report.seed(),
                report.seconds(),
                report.holds() ? "nothing beyond what is published" : "MORE THAN IS PUBLISHED"));
    return report.holds() ? 0 : 1;
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private void tell(String words) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(words);
    err.flush();
  }

  private static String json(SeizeReport report) {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build()
        .writeValueAsString(report);
  }
}
