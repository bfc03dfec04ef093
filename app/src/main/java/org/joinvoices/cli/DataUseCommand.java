package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.DataReleases.Activated;
import org.joinvoices.districts.DataReleases.NotActivated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data use NAME}: another release of civic data. */
@Command(
    name = "use",
    description = {
      "Puts an imported release of civic data in use, or the built-in one.",
      "A running server follows at once."
    },
    mixinStandardHelpOptions = true)
final class DataUseCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "as data status lists it, or built-in for the one that ships with the server")
  private String name = "";

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var database = house.open()) {
      var releases = new DataReleases(database.dataSource(), InstantSource.system());
      switch (releases.use(name)) {
        case Activated(var release) -> out.println("Release %s is in use.".formatted(release));
        case NotActivated(var reason) -> throw new Refusal(reason);
      }
    }
    out.flush();
    return 0;
  }
}
