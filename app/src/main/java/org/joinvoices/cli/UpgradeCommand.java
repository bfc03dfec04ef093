package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.joinvoices.platform.database.BareDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code upgrade}: brings a house to this release, after its sources were replaced. */
@Command(
    name = "upgrade",
    description = {
      "Brings a house to this release, after its sources were replaced and its server was stopped.",
      "Writes a backup first."
    },
    mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {

  /** One of the two must be said. */
  static final class Safety {

    @Option(names = "--backup", paramLabel = "DIR", description = "write a backup there first")
    private @Nullable Path folder;

    @Option(names = "--no-backup", description = "there is one already")
    private boolean none;
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @ArgGroup(multiplicity = "1")
  private Safety safety = new Safety();

  @Override
  public Integer call() {
    try (var database = house.openBare()) {
      var standing = database.standing();
      String before =
          standing.version().orElseThrow(() -> new Refusal("There is no house in this database."));
      if (!database.knows(before)) {
        throw new Refusal("The database is at " + before + ", later than this release.");
      }
      List<String> pending = standing.pending();
      if (pending.isEmpty()) {
        say("Nothing to do: the database is at " + before + ", as this release wants it.");
        return 0;
      }
      if (database.isServed()) {
        throw new Refusal("A server of an earlier release runs on this house. Stop it first.");
      }
      upgrade(database, before, pending);
    }
    return 0;
  }

  private void upgrade(BareDatabase database, String before, List<String> pending) {
    if (safety.folder != null) {
      BackupCommand.write(database, house.data(), safety.folder, List.of());
      say("Wrote a backup to " + safety.folder + ", not encrypted; keys are not in it.");
    }
    say("Migrating from %s: %s".formatted(before, String.join(", ", pending)));
    try {
      database.migrate();
    } catch (FlywayException e) {
      throw new Refusal(
          "A migration failed and was rolled back; the database is at %s. Run the earlier release, or bring the backup back."
              .formatted(database.standing().version().orElse(before)));
    }
    var after = database.standing();
    if (!after.pending().isEmpty()) {
      throw new IllegalStateException("migrations are left over: " + after.pending());
    }
    say("Done: the database is at " + after.version().orElseThrow() + ".");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
