package org.joinvoices.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code data update}: the newest public list of members of Congress. */
@Command(
    name = "update",
    description = {
      "Fetches the public list of members of Congress and imports it, as data import does.",
      "Districts and ZIP codes stay as they are."
    },
    mixinStandardHelpOptions = true)
final class DataUpdateCommand implements Callable<Integer> {

  private static final List<String> FILES =
      List.of("legislators-current.yaml", "legislators-historical.yaml", "executive.yaml");

  @Option(
      names = "--from",
      paramLabel = "URL",
      defaultValue = "https://unitedstates.github.io/congress-legislators",
      description = "where the files lie (default ${DEFAULT-VALUE})")
  private String from = "";

  @Mixin private final DataImport work = new DataImport();

  @Override
  public Integer call() {
    if (!Downloads.isAddress(from)) {
      throw new Refusal("--from should be an address like https://example.org/files, not " + from);
    }
    String folder = from.replaceFirst("/+$", "") + "/";
    return work.run(FILES.stream().map(folder::concat).toList());
  }
}
