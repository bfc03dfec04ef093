package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.signing.Recount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recount}: whether the published counts are what the signatures say. */
@Command(
    name = "recount",
    description = {
      "Counts each letter anew, from its signatures and from its events, and compares with the count",
      "that pages show. Beside a running server or without one; exit status 1 where they differ."
    },
    mixinStandardHelpOptions = true)
final class RecountCommand implements Callable<Integer> {

  /** A letter, as JSON tells it. */
  record Line(
      String action,
      long signatures,
      long events,
      long unread,
      long counted,
      long published,
      boolean frozen,
      boolean agrees,
      boolean fixed) {

    private static Line of(Recount.Line line, boolean fixed) {
      return new Line(
          line.action().value(),
          line.signatures(),
          line.events(),
          line.unread(),
          line.counted(),
          line.published(),
          line.frozen(),
          isWell(line),
          fixed);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", paramLabel = "SLUG", description = "this letter only")
  private @Nullable String slug;

  @Option(
      names = "--fix",
      description = "set counts that differ to what the signatures say; noted in the audit trail")
  private boolean fix;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    try (var database = house.open()) {
      return answer(database.dataSource());
    }
  }

  private int answer(DataSource database) {
    Optional<Action> action =
        Optional.ofNullable(slug).map(typed -> KnownAction.find(database, typed));
    var clock = new CivicClockStore(database, InstantSource.system()).clock();
    var recount = new Recount(database, clock);
    List<Recount.Line> fixed =
        fix ? recount.mend(new Actor.CommandLine(), action.map(Action::id)) : List.of();
    List<Recount.Line> lines =
        recount.list().stream()
            .filter(line -> action.isEmpty() || action.get().id().equals(line.id()))
            .toList();
    print(fixed, lines);
    return lines.stream().allMatch(RecountCommand::isWell) ? 0 : 1;
  }

  private static boolean isWell(Recount.Line line) {
    return line.agrees() && line.isShown();
  }

  private void print(List<Recount.Line> fixed, List<Recount.Line> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          StatusCommand.json(
              lines.stream().map(line -> Line.of(line, isAmong(fixed, line))).toList()));
    } else {
      fixed.forEach(line -> out.println("fixed    " + sentence(line)));
      lines.forEach(
          line -> out.println((isWell(line) ? "agrees   " : "DIFFERS  ") + sentence(line)));
    }
    out.flush();
  }

  private static boolean isAmong(List<Recount.Line> some, Recount.Line line) {
    return some.stream().anyMatch(one -> one.id().equals(line.id()));
  }

  /** For a terminal; {@code doctor} says it, too. */
  static String sentence(Recount.Line line) {
    return "%s: %d signatures, %d by events; counted %d and %d to be read; published %d%s"
        .formatted(
            line.action(),
            line.signatures(),
            line.events(),
            line.counted(),
            line.unread(),
            line.published(),
            line.frozen() ? " (frozen)" : "");
  }
}
