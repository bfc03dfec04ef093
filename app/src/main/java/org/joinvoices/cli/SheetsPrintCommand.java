package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.SignUpSheets;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sheets print}. */
@Command(
    name = "print",
    description = {
      "Writes the sign-up sheet of a letter as PDF, one page of US Letter to be copied.",
      "The code at its foot says which words of consent it bears; import asks for it."
    },
    mixinStandardHelpOptions = true)
final class SheetsPrintCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write; made if it is not there")
  private Path out = Path.of(".");

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "such as en or es; every language of the letter if left out")
  private @Nullable String language;

  @Override
  public Integer call() {
    PrintWriter say = spec.commandLine().getOut();
    try (Database opened = house.open()) {
      var database = opened.dataSource();
      Action action = KnownAction.find(database, slug);
      var clock = new CivicClockStore(database, InstantSource.system()).clock();
      var sheets = new SignUpSheets(database, house.baseUrl(), clock);
      for (String one : languages(action)) {
        SignUpSheets.Sheet sheet = sheets.print(action, one);
        Path file = out.resolve(sheet.file());
        write(file, sheet.pdf().toByteArray());
        say.println("%s  sheet %s".formatted(file, sheet.code()));
      }
    }
    say.flush();
    return 0;
  }

  private List<String> languages(Action action) {
    List<String> known = action.pageLanguages();
    if (language != null && !known.contains(language)) {
      throw new Refusal(
          "There is no sheet of %s in %s; there is one in %s."
              .formatted(slug, language, String.join(" and ", known)));
    }
    return language == null ? known : List.of(language);
  }

  private static void write(Path file, byte[] pdf) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
