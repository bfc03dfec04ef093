package org.joinvoices.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionFolder;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Publishing;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export-action SLUG DIR}: writes an action back as the folder it can be published from. */
@Command(
    name = "export-action",
    description = "Writes an action as a publishing folder.",
    mixinStandardHelpOptions = true)
final class ExportActionCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SLUG", description = "the action's name in addresses")
  private String slug = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "a new or empty folder")
  private Path directory = Path.of(".");

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Override
  public Integer call() {
    ActionFolder folder = folder();
    write(folder);
    PrintWriter out = spec.commandLine().getOut();
    folder.files().keySet().stream().sorted().map(directory::resolve).forEach(out::println);
    out.flush();
    return 0;
  }

  private ActionFolder folder() {
    try (Database database = house.open()) {
      return Slug.parse(slug)
          .flatMap(new Publishing(database.dataSource())::export)
          .orElseThrow(() -> new Refusal(missing(new Actions(database.dataSource()).list())));
    }
  }

  private String missing(List<Action> there) {
    return "There is no action %s in this house. %s"
        .formatted(
            slug,
            there.isEmpty()
                ? "It has none yet; docs/publishing.md names a folder to begin with."
                : "It has: "
                    + there.stream().map(action -> action.slug().value()).collect(joining(", ")));
  }

  private void write(ActionFolder folder) {
    try {
      folder.write(directory);
    } catch (FileAlreadyExistsException _) {
      throw new Refusal(directory + " is not an empty folder; nothing was written.");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + directory, e);
    }
  }
}
