package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code data import}: public files into a house. */
@Command(
    name = "import",
    description = {
      "Reads public files over the release in use, checks them, shows what changes, and puts the new release in use.",
      "What the files do not have stays as it is. A running server follows at once. See docs/data.md."
    },
    mixinStandardHelpOptions = true)
final class DataImportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE|URL",
      description = "public files under their own names, or folders of them")
  private List<String> places = new ArrayList<>();

  @Mixin private final DataImport work = new DataImport();

  @Override
  public Integer call() {
    return work.run(places);
  }
}
