package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joinvoices.districts.AccuracyReport;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data accuracy}: how sure the answers of a release are. */
@Command(
    name = "accuracy",
    description = {
      "Measures how sure answers are: every ZIP code under every map, and offices of members by point and ZIP code.",
      "Writes Markdown; docs/accuracy.md was made by it."
    },
    mixinStandardHelpOptions = true)
final class DataAccuracyCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "has legislators-district-offices*.yaml; left out: ZIP codes alone")
  private @Nullable Path folder;

  @Option(names = "--out", paramLabel = "FILE", description = "file to write; default the screen")
  private @Nullable Path out;

  @Mixin private final ReleaseOption release = new ReleaseOption();

  @Override
  public Integer call() {
    String text = String.join("\n", lines(release.districts())) + "\n";
    if (out == null) {
      spec.commandLine().getOut().print(text);
    } else {
      write(text, out);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<String> lines(Districts districts) {
    List<String> lines = new ArrayList<>();
    lines.add("# Accuracy of matching");
    lines.add(
        "Made by `./joinvoices data accuracy DIR --out docs/accuracy.md`; not written by hand.");
    lines.add("");
    try {
      lines.addAll(
          AccuracyReport.of(districts, Optional.ofNullable(folder), CivicClock.real().today()));
      return lines;
    } catch (IllegalStateException e) {
      throw new Refusal("Nothing was measured: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private void write(String text, Path file) {
    PrintWriter screen = spec.commandLine().getOut();
    try {
      Files.writeString(file, text);
      screen.println("Wrote " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
