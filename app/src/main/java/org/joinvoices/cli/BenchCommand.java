package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.joinvoices.bench.Bench;
import org.joinvoices.bench.BenchReport;
import org.joinvoices.bench.BookBench;
import org.joinvoices.bench.Measured;
import org.joinvoices.bench.ReplayBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench}: how fast this machine runs a house. */
@Command(
    name = "bench",
    description =
        "Measures a house of its own on this machine, beside references; medians of the rounds. Loads"
            + " this machine only, for a bounded time, and leaves nothing behind.",
    mixinStandardHelpOptions = true)
final class BenchCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "of each stretch (default ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--connections",
      defaultValue = "64",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "at once (default ${DEFAULT-VALUE})")
  private int connections;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "of each contestant (default ${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "one line of JSON")
  private boolean json;

  @Command(
      name = "sign",
      description = "durable signatures, beside single-row inserts and one batched connection",
      mixinStandardHelpOptions = true)
  int sign(
      @Option(
              names = "--rows",
              defaultValue = "0",
              paramLabel = "N",
              description = "signatures that are there before (default ${DEFAULT-VALUE})")
          long rows)
      throws InterruptedException {
    return show("sign", Bench.sign(plan(), rows));
  }

  @Command(
      name = "page",
      description = "the action page, beside the count",
      mixinStandardHelpOptions = true)
  int page() throws InterruptedException {
    return show("page", Bench.page(plan()));
  }

  @Command(
      name = "confirm",
      description = "confirmations counted, beside single-row updates",
      mixinStandardHelpOptions = true)
  int confirm() throws InterruptedException {
    return show("confirm", Bench.confirm(plan()));
  }

  @Command(
      name = "mail",
      description = "mails from the queue to a local SMTP server, beside the mail library alone",
      mixinStandardHelpOptions = true)
  int mail() throws InterruptedException {
    return show("mail", Bench.mail(plan()));
  }

  @Command(
      name = "deliver",
      description = "messages from the confirmation to a local gateway, beside plain posts",
      mixinStandardHelpOptions = true)
  int deliver() throws InterruptedException {
    return show("deliver", Bench.deliver(plan()));
  }

  @Command(
      name = "claim",
      description = "claims of messages from a long queue, beside a short one of 10,000",
      mixinStandardHelpOptions = true)
  int claim(
      @Option(
              names = "--rows",
              defaultValue = "3000000",
              paramLabel = "N",
              description = "messages that wait in the long queue (default ${DEFAULT-VALUE})")
          long rows)
      throws IOException {
    return show("claim", Bench.claim(plan(), rows));
  }

  @Command(
      name = "book",
      description =
          "the petition book of very many signers, made by the command book with 512 MiB of heap",
      mixinStandardHelpOptions = true)
  int book(
      @Option(
              names = "--signers",
              defaultValue = "1000000",
              paramLabel = "N",
              description = "who have confirmed (default ${DEFAULT-VALUE})")
          long signers)
      throws InterruptedException {
    if (signers < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--signers and --rounds should be 1 or more");
    }
    var books = BookBench.run(Main.class.getName(), signers, rounds);
    PrintWriter out = spec.commandLine().getOut();
    books.forEach(book -> show(signers, book, out));
    out.flush();
    return books.stream().allMatch(book -> book.signatures() == signers) ? 0 : 1;
  }

  private void show(long signers, BookBench.Book book, PrintWriter out) {
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("bench", "book");
      facts.put("signers", signers);
      facts.put("processors", Runtime.getRuntime().availableProcessors());
      facts.put("seconds", Math.round(book.seconds() * 10) / 10.0);
      facts.put("processor_seconds", Math.round(book.processor() * 10) / 10.0);
      facts.put("heap_mib", book.heap());
      book.memory().ifPresent(mebibytes -> facts.put("memory_mib", mebibytes));
      facts.put("signatures", book.signatures());
      facts.put("files", book.files());
      facts.put("bytes", book.bytes());
      out.println(JsonMapper.shared().writeValueAsString(facts));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%,d signatures in %.1f s (processor %.1f s): %d files of %,d bytes; heap at most %d MiB%s%n",
        book.signatures(),
        book.seconds(),
        book.processor(),
        book.files(),
        book.bytes(),
        book.heap(),
        book.memory().isPresent() ? ", memory " + book.memory().getAsLong() + " MiB" : "");
  }

  @Command(
      name = "replay",
      description =
          "the busiest minute known of a petition (33 signatures and 12,000 views a second, mails and clicks included), then"
              + " 60-fold signatures with six views for each; --seconds of each scene, 60 unless given",
      mixinStandardHelpOptions = true)
  int replay() throws InterruptedException {
    boolean given = spec.commandLine().getParseResult().subcommand().hasMatchedOption("--seconds");
    Duration time = given ? plan().time() : ReplayBench.USUAL;
    PrintWriter out = spec.commandLine().getOut();
    var scenes = ReplayBench.run(Main.class.getName(), time);
    if (json) {
      out.println(
          JsonMapper.shared().writeValueAsString(Map.of("bench", "replay", "scenes", scenes)));
    } else {
      scenes.forEach(scene -> show(scene, out));
    }
    out.flush();
    return scenes.stream().allMatch(ReplayBench.Scene::isTrue) ? 0 : 1;
  }

  private static void show(ReplayBench.Scene scene, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %,d signatures and %,d views a second asked%n",
        scene.name(),
        scene.asked().signatures(),
        scene.asked().views());
    show("views", scene.views(), out);
    show("thanked", scene.signatures(), out);
    out.printf(
        Locale.ROOT,
        "  mails          %,d, half within %.1f ms of the thanks, 99 of 100 within %.1f ms%n",
        scene.mailWaits().answered(),
        scene.mailWaits().p50(),
        scene.mailWaits().p99());
    out.printf(
        Locale.ROOT,
        "  %,d asked to come again; %,d confirmed; all in the count %.1f s after the end%n",
        scene.turnedAway(),
        scene.confirmed(),
        scene.restSeconds());
    out.printf(
        Locale.ROOT,
        "  the count, in %d looks: at most %.1f s old, at most %,d behind, %d times fewer than before%n",
        scene.shown().looks(),
        scene.shown().oldestSeconds(),
        scene.shown().mostBehind(),
        scene.shown().wentBack());
  }

  private static void show(String what, Measured measured, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-14s %,9.0f a second, half within %.1f ms, 99 of 100 within %.1f ms, %,d failed%n",
        what,
        measured.perSecond(),
        measured.p50(),
        measured.p99(),
        measured.failed());
  }

  @Command(
      name = "match",
      description = "points matched to districts on one core, beside plain JTS without an index",
      mixinStandardHelpOptions = true)
  int match(
      @Option(
              names = "--csv",
              description = "instead: files of a million points by match --csv, on all cores")
          boolean csv)
      throws IOException, InterruptedException {
    return csv ? show("match --csv", Bench.matchRows(plan())) : show("match", Bench.match(plan()));
  }

  @Command(
      name = "train",
      description =
          "uses a house for some seconds and writes what Java learned of it; ./joinvoices build makes a cache of that",
      mixinStandardHelpOptions = true)
  int train(@Parameters(paramLabel = "FILE", description = "to be written") Path learned)
      throws InterruptedException {
    Bench.train(Main.class.getName(), learned.toAbsolutePath());
    return 0;
  }

  private Bench.Plan plan() {
    if (seconds < 1 || connections < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seconds, --connections and --rounds should be 1 or more");
    }
    return new Bench.Plan(Main.class.getName(), Duration.ofSeconds(seconds), connections, rounds);
  }

  /** Fails where something that was thanked for is not there. */
  private int show(String name, BenchReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(facts(name, report)));
    } else {
      table(report, out);
    }
    out.flush();
    return report.kept().map(kept -> kept.acknowledged() == kept.stored()).orElse(true) ? 0 : 1;
  }

  private Map<String, Object> facts(String name, BenchReport report) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("bench", name);
    facts.put("seconds", seconds);
    facts.put("connections", connections);
    facts.put("rounds", rounds);
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    Map<String, Object> contestants = new LinkedHashMap<>();
    report.medians().forEach((who, measured) -> contestants.put(who, facts(measured)));
    facts.put("medians", contestants);
    report.memory().ifPresent(mebibytes -> facts.put("memory_mib", mebibytes));
    report
        .kept()
        .ifPresent(
            kept -> {
              facts.put("acknowledged", kept.acknowledged());
              facts.put("stored", kept.stored());
            });
    return facts;
  }

  private static Map<String, Object> facts(Measured measured) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("per_second", Math.round(measured.perSecond()));
    facts.put("p50_ms", measured.p50());
    facts.put("p99_ms", measured.p99());
    facts.put("failed", measured.failed());
    return facts;
  }

  private static void table(BenchReport report, PrintWriter out) {
    double ours = report.medians().values().iterator().next().perSecond();
    out.printf(
        "%-24s %10s %10s %10s %8s %8s%n", "", "per s", "p50 ms", "p99 ms", "failed", "ratio");
    report
        .medians()
        .forEach(
            (who, one) ->
                out.printf(
                    Locale.ROOT,
                    "%-24s %10.0f %10.2f %10.2f %8d %8.2f%n",
                    who,
                    one.perSecond(),
                    one.p50(),
                    one.p99(),
                    one.failed(),
                    ours / one.perSecond()));
    report.memory().ifPresent(mebibytes -> out.println("server memory: " + mebibytes + " MiB"));
    report
        .kept()
        .ifPresent(
            kept ->
                out.println("acknowledged " + kept.acknowledged() + ", stored " + kept.stored()));
    if (report.failedWhileWarmingUp() > 0) {
      out.println("failed while warming up: " + report.failedWhileWarmingUp());
    }
  }
}
