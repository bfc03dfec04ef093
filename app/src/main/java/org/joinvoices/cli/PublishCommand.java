package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.action.ActionFolder;
import org.joinvoices.action.Fault;
import org.joinvoices.action.Publication;
import org.joinvoices.action.Publishing;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code publish DIR}: brings a publishing folder into the database. */
@Command(
    name = "publish",
    description =
        "Checks a publishing folder, shows what would change, creates or updates the action.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "has action.yaml and one file per language")
  private Path directory = Path.of(".");

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--dry-run", description = "only show what would change")
  private boolean dryRun;

  @Override
  public Integer call() {
    ActionFolder folder = folder();
    List<Fault> faults = Publishing.faults(folder);
    if (!faults.isEmpty()) {
      throw refusal(faults);
    }
    if (dryRun && !house.exists()) {
      print("No faults. There is no house in " + house.data() + " yet; publishing begins one.");
      return 0;
    }
    return publish(folder);
  }

  private ActionFolder folder() {
    try {
      return ActionFolder.read(directory);
    } catch (NoSuchFileException | NotDirectoryException _) {
      throw new Refusal("There is no folder " + directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  private int publish(ActionFolder folder) {
    try (Database database = house.openOrBegin()) {
      var store = new CivicClockStore(database.dataSource(), InstantSource.system());
      Publishing publishing = new Publishing(database.dataSource());
      Instant now = store.clock().instant();
      Publication came = dryRun ? publishing.preview(folder, now) : publishing.publish(folder, now);
      return switch (came) {
        case Publication.Refused refused -> throw refusal(refused.faults());
        case Publication.Accepted accepted -> report(accepted);
      };
    }
  }

  private int report(Publication.Accepted accepted) {
    PublicationReport.lines(accepted).forEach(this::print);
    if (!accepted.changes().isEmpty()) {
      print(dryRun ? "Nothing was written: --dry-run." : "Published.");
    }
    return 0;
  }

  private Refusal refusal(List<Fault> faults) {
    PrintWriter err = spec.commandLine().getErr();
    faults.forEach(err::println);
    err.flush();
    return new Refusal("Nothing was published. To mend: " + faults.size());
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
