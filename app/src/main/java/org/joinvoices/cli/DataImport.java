package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.DataReleases.Activated;
import org.joinvoices.districts.DataReleases.NotActivated;
import org.joinvoices.districts.DataReleases.NothingNew;
import org.joinvoices.districts.DataReleases.Prepared;
import org.joinvoices.districts.DataReleases.Refused;
import org.joinvoices.districts.ReleaseInputs;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.database.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What {@code data import} and {@code data update} have in common: from files to a release in use.
 */
final class DataImport {

  private static final InstantSource MACHINE = InstantSource.system();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();
  @Mixin private final BorderProperties properties = new BorderProperties();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "name of the new release; made from the files if left out")
  private String name = "";

  @Option(names = "--dry-run", description = "only check, and show what would change")
  private boolean dryRun;

  @Option(names = "--yes", description = "do not ask; without it a person at a terminal is asked")
  private boolean yes;

  /**
   * @param typed folders, files and addresses of files
   */
  int run(List<String> typed) {
    Path fetched = temporary();
    try (Database database = house.open()) {
      List<Path> places = new ArrayList<>(List.of(fetched));
      try (var downloads = new Downloads(fetched, this::say)) {
        for (String one : typed) {
          if (Downloads.isAddress(one)) {
            downloads.fetch(one);
          } else {
            places.add(existing(one));
          }
        }
      }
      return prepare(database, properties.inputs(places, name));
    } finally {
      delete(fetched);
    }
  }

  private static Path existing(String typed) {
    Path place = Path.of(typed);
    if (!Files.exists(place)) {
      throw new Refusal("There is no file or folder " + typed);
    }
    return place;
  }

  private int prepare(Database database, ReleaseInputs inputs) {
    var releases = new DataReleases(database.dataSource(), MACHINE);
    LocalDate today = new CivicClockStore(database.dataSource(), MACHINE).clock().today();
    say("Reading and checking; this takes some seconds.");
    return switch (releases.prepare(inputs, today)) {
      case Refused(var faults) ->
          throw DataCommand.refusal(spec, faults, "Nothing was changed. To mend: ");
      case NothingNew(var release) -> {
        say("The files say nothing that %s does not. Nothing was changed.".formatted(release));
        yield 0;
      }
      case Prepared prepared -> activate(releases, prepared);
    };
  }

  private int activate(DataReleases releases, Prepared prepared) {
    say("Release %s: %d bytes".formatted(prepared.release(), prepared.packed().size()));
    prepared.contents().forEach(line -> say("  " + line));
    prepared.notes().forEach(note -> say("Note: " + note));
    say("Changes from %s:".formatted(prepared.before()));
    prepared.changes().forEach(change -> say("  " + change));
    if (dryRun) {
      say("Nothing was changed: --dry-run.");
      return 0;
    }
    if (!yes && !agreed()) {
      say("Nothing was changed.");
      return 1;
    }
    return switch (releases.activate(prepared)) {
      case Activated(var release) -> {
        say(
            "Release %s is in use. Back: ./joinvoices data use %s"
                .formatted(release, prepared.before()));
        yield 0;
      }
      case NotActivated(var reason) -> throw new Refusal(reason);
    };
  }

  /** Nobody is asked who is not there. */
  private static boolean agreed() {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      return true;
    }
    String answer = console.readLine("Put it in use? [y/N] ");
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("joinvoices-data");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
