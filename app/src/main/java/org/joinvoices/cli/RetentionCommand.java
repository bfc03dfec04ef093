package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.DeliveryRetention;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.retention.Forgotten;
import org.joinvoices.platform.retention.Retention;
import org.joinvoices.signing.SigningRetention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code retention}: what the nightly run does, now; or only what it would do. */
@Command(
    name = "retention",
    description = {
      "Erases what is not kept any longer, as a running house does each night.",
      "Shows by letter and kind how much; never whose."
    },
    mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

  private record Line(String action, Forgotten kind, long count) {}

  /**
   * @param at civic time
   */
  private record Answer(boolean dryRun, String at, List<Line> lines) {}

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--dry-run", description = "only show what is due; erase nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    try (var database = house.open()) {
      print(answer(database.dataSource()));
    }
    return 0;
  }

  private Answer answer(DataSource database) {
    CivicClock clock = new CivicClockStore(database, InstantSource.system()).clock();
    var actions = new Actions(database);
    var vault =
        Vault.open(database, MasterKey.load(house.masterKey()), KeyStore.in(house.keyStore()));
    var retention =
        new Retention(
            database,
            clock,
            List.of(
                new SigningRetention(database, vault, actions),
                new DeliveryRetention(database, actions)));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Map<UUID, String> slugs =
        actions.list().stream()
            .collect(
                Collectors.toMap(
                    (Action action) -> action.id().value(), action -> action.slug().value()));
    return new Answer(
        dryRun,
        now.toString(),
        (dryRun ? retention.due() : retention.run())
            .stream()
                .map(
                    line ->
                        new Line(slugs.getOrDefault(line.action(), ""), line.kind(), line.count()))
                .toList());
  }

  private void print(Answer answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(answer));
    } else {
      answer.lines().forEach(line -> out.println(sentence(line)));
      out.println(end(answer));
    }
    out.flush();
  }

  private static String json(Answer answer) {
    var all = JsonMapper.shared().createObjectNode();
    all.put("dry_run", answer.dryRun()).put("at", answer.at());
    var lines = all.putArray("lines");
    answer
        .lines()
        .forEach(
            line ->
                lines
                    .addObject()
                    .put("action", line.action())
                    .put("kind", line.kind().word())
                    .put("count", line.count()));
    return all.toString();
  }

  private static String sentence(Line line) {
    String what =
        switch (line.kind()) {
          case UNCONFIRMED -> "signatures that nobody confirmed";
          case OWN_WORDS -> "own words that were sent";
          case MOMENTS -> "moments of messages and attempts";
          case CONTACT -> "signatures with contact data";
          case KEY -> "key of the letter";
        };
    return "%s: %d %s".formatted(line.action(), line.count(), what);
  }

  private static String end(Answer answer) {
    if (answer.lines().isEmpty()) {
      return "Nothing is due as of " + answer.at() + ".";
    }
    return answer.dryRun()
        ? "Due as of " + answer.at() + ". Nothing was erased: --dry-run."
        : "Erased as of " + answer.at() + ".";
  }
}
