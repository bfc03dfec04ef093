package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Forecasts;
import org.joinvoices.delivery.LetterForecast;
import org.joinvoices.delivery.PacketProposal;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code forecast}: when what waits will have left, against the deadlines. */
@Command(
    name = "forecast",
    description =
        "When the messages that wait will have left, letter by letter and lane by lane, against the"
            + " deadline; and what to print where they will be late. Changes nothing.",
    mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

  private static final int SHOWN_OFFICES = 5;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--action", paramLabel = "SLUG", description = "of this letter only")
  private @Nullable String slug;

  @Option(
      names = "--signers",
      paramLabel = "N",
      description = "what if so many had signed it and nothing had left yet; needs --action")
  private @Nullable Long signers;

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  /** One line, as JSON tells it. */
  record Line(
      String action,
      String lane,
      long waiting,
      double perSecond,
      boolean measured,
      @Nullable String end,
      String deadline,
      String verdict,
      @Nullable String reason,
      @Nullable Packets proposal) {

    /** What to print, or how fast the lane would have to be. */
    record Packets(long letters, @Nullable Integer perSecond, List<Office> offices) {}

    /** Letters for one office. */
    record Office(String seat, long letters) {}

    static Line of(LetterForecast one) {
      return new Line(
          one.letter(),
          one.lane().word(),
          one.waiting(),
          one.perSecond(),
          one.measured(),
          one.end().map(end -> end.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(null),
          one.deadline().toString(),
          one.verdict().word(),
          one.reason().orElse(null),
          one.proposal().map(Line::packets).orElse(null));
    }

    private static Packets packets(PacketProposal proposal) {
      OptionalInt needed = proposal.perSecond();
      return new Packets(
          proposal.letters(),
          needed.isPresent() ? needed.getAsInt() : null,
          proposal.packets().stream()
              .map(one -> new Office(one.office().value(), one.letters()))
              .toList());
    }
  }

  @Override
  public Integer call() {
    if (signers != null && (slug == null || signers < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--signers should be 1 or more, and needs --action");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var lines = read(database.dataSource()).stream().map(Line::of).toList();
      if (json) {
        out.println(StatusCommand.json(lines));
      } else if (lines.isEmpty()) {
        out.println("No message waits to be sent.");
      } else {
        lines.forEach(line -> print(line, out));
      }
    }
    out.flush();
    return 0;
  }

  private List<LetterForecast> read(DataSource database) {
    CivicClock clock = new CivicClockStore(database, InstantSource.system()).clock();
    var releases = new DataReleases(database, InstantSource.system());
    var forecasts = Forecasts.of(database, house.settings(), releases::inUse, clock);
    Optional<Action> action = Optional.ofNullable(slug).map(typed -> find(typed, database));
    if (signers != null) {
      return forecasts.ifSigned(action.orElseThrow().id(), signers);
    }
    return action.map(one -> forecasts.list(one.id())).orElseGet(forecasts::list);
  }

  private static Action find(String typed, DataSource database) {
    return new Actions(database)
        .find(new Slug(typed))
        .orElseThrow(() -> new Refusal("There is no action " + typed + " here."));
  }

  private static void print(Line line, PrintWriter out) {
    out.println(sentence(line));
    if (line.proposal() != null) {
      out.println("  " + proposal(line.proposal()));
    }
  }

  /** For a terminal; {@code status} says it, too. */
  static String sentence(Line line) {
    String what =
        String.format(Locale.ROOT, "%s, %s: %,d wait", line.action(), line.lane(), line.waiting());
    String end = line.end();
    return end == null
        ? "%s; when they end is unknown (%s)".formatted(what, line.reason())
        : String.format(
            Locale.ROOT,
            "%s, %s %.1f a second; end %s, deadline %s: %s",
            what,
            line.measured() ? "measured" : "at most",
            line.perSecond(),
            minutes(end),
            minutes(line.deadline()),
            line.verdict().replace('_', ' '));
  }

  private static Instant minutes(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.MINUTES);
  }

  private static String proposal(Line.Packets packets) {
    String offices =
        String.join(
            ", ",
            packets.offices().stream()
                .limit(SHOWN_OFFICES)
                .map(one -> String.format(Locale.ROOT, "%s %,d", one.seat(), one.letters()))
                .toList());
    int more = packets.offices().size() - SHOWN_OFFICES;
    return String.format(
        Locale.ROOT,
        "Print %,d letters as packets (%s%s)%s.",
        packets.letters(),
        offices,
        more > 0 ? ", and " + more + " more offices" : "",
        packets.perSecond() == null
            ? ""
            : ", or agree on " + packets.perSecond() + " a second with the gateway");
  }
}
