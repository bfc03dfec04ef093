package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.DataStanding;
import org.joinvoices.platform.clock.CivicClockStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code data status}: how old the civic data of a house is. */
@Command(
    name = "status",
    description =
        "Shows which release of civic data a house uses, how old each part is, and what to renew.",
    mixinStandardHelpOptions = true)
final class DataStatusCommand implements Callable<Integer> {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var source = database.dataSource();
      var today = new CivicClockStore(source, MACHINE).clock().today();
      print(new DataReleases(source, MACHINE).standing(today), out);
    }
    out.flush();
    return 0;
  }

  private void print(DataStanding standing, PrintWriter out) {
    if (json) {
      out.println(StatusCommand.json(standing));
      return;
    }
    out.println(
        "in use    %s%s, on %s"
            .formatted(
                standing.release(), standing.builtIn() ? " (built in)" : "", standing.day()));
    standing.alarm().ifPresent(alarm -> out.println("alarm     " + alarm));
    out.println(
        "members   %d terms; the newest begins on %s%s"
            .formatted(standing.terms(), standing.termsAsOf(), age(standing.termsAgeDays())));
    standing.maps().forEach(map -> out.println("map       " + line(map)));
    out.println("places    %d ZIP codes with their towns".formatted(standing.places()));
    out.println("next map  needed for %s on".formatted(standing.nextMapNeeded()));
    out.println("acting    " + list(standing.provisional()));
    out.println("vacant    " + list(standing.vacant()));
    standing
        .stored()
        .forEach(
            stored ->
                out.println(
                    "release   %s, imported %s, %d bytes%s"
                        .formatted(
                            stored.name(),
                            stored.importedAt(),
                            stored.bytes(),
                            stored.active() ? ", active" : "")));
    out.println("release   %s, built in".formatted(standing.builtInRelease()));
    standing.advice().forEach(advice -> out.println("advice    " + advice));
    if (standing.advice().isEmpty()) {
      out.println("advice    none: nothing to renew");
    }
  }

  /** A replay may stand before it. */
  private static String age(long days) {
    return days > 0 ? ", %d days ago".formatted(days) : "";
  }

  private static String line(DataStanding.MapLine map) {
    return "%dth Congress, %s until %s: %d districts, %s"
        .formatted(
            map.congress(),
            map.from(),
            map.until(),
            map.districts(),
            map.zipCodes() == 0 ? "no ZIP table" : map.zipCodes() + " ZIP codes");
  }

  private static String list(List<String> some) {
    return some.isEmpty() ? "none" : String.join(", ", some);
  }
}
