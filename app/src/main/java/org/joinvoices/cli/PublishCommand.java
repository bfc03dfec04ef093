package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
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

  @Option(names = "--home", paramLabel = "DIR", description = "folder of the house; default ./var")
  private Path home = Path.of("var");

  @Option(names = "--dry-run", description = "only show what would change")
  private boolean dryRun;

  @Override
  public Integer call() {
    try {
      ActionFolder folder = ActionFolder.read(directory);
      List<Fault> faults = Publishing.faults(folder);
      return faults.isEmpty() ? publish(folder) : refuse(faults);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return fail("There is no folder " + directory);
    } catch (IOException e) {
      return fail("Cannot read " + directory + ": " + e.getMessage());
    }
  }

  private int publish(ActionFolder folder) {
    try (Database database = Database.open(home)) {
      var store = new CivicClockStore(database.dataSource(), InstantSource.system());
      Publishing publishing = new Publishing(database.dataSource());
      Instant now = store.clock().instant();
      Publication came = dryRun ? publishing.preview(folder, now) : publishing.publish(folder, now);
      return switch (came) {
        case Publication.Refused refused -> refuse(refused.faults());
        case Publication.Accepted accepted -> report(accepted);
      };
    }
  }

  private int report(Publication.Accepted accepted) {
    PrintWriter out = spec.commandLine().getOut();
    PublicationReport.lines(accepted).forEach(out::println);
    if (!accepted.changes().isEmpty()) {
      out.println(dryRun ? "Nothing was written: --dry-run." : "Published.");
    }
    out.flush();
    return 0;
  }

  private int refuse(List<Fault> faults) {
    PrintWriter err = spec.commandLine().getErr();
    faults.forEach(err::println);
    return fail("Nothing was published. To mend: " + faults.size());
  }

  private int fail(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(why);
    err.flush();
    return 1;
  }
}
