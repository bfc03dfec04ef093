package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.action.ActionFolder;
import org.joinvoices.action.Publishing;
import org.joinvoices.action.Slug;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--home", paramLabel = "DIR", description = "folder of the house; default ./var")
  private Path home = Path.of("var");

  @Override
  public Integer call() {
    if (!Files.isDirectory(home)) {
      return fail("There is no house in " + home + "; name its folder with --home.");
    }
    Optional<ActionFolder> folder = Slug.parse(slug).flatMap(this::export);
    return folder.map(this::write).orElseGet(() -> fail("There is no action of this name."));
  }

  private Optional<ActionFolder> export(Slug known) {
    try (Database database = Database.open(home)) {
      return new Publishing(database.dataSource()).export(known);
    }
  }

  private int write(ActionFolder folder) {
    try {
      folder.write(directory);
    } catch (FileAlreadyExistsException e) {
      return fail(directory + " is not an empty folder; nothing was written.");
    } catch (IOException e) {
      return fail("Cannot write to " + directory + ": " + e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    folder.files().keySet().stream().sorted().map(directory::resolve).forEach(out::println);
    out.flush();
    return 0;
  }

  private int fail(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(why);
    err.flush();
    return 1;
  }
}
