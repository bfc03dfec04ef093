package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.joinvoices.districts.ReleaseCompiler;
import org.joinvoices.districts.ReleaseCompiler.Compiled;
import org.joinvoices.districts.ReleaseCompiler.Faulty;
import org.joinvoices.districts.ReleaseCompiler.Outcome;
import org.joinvoices.platform.clock.CivicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data}: releases of civic data. */
@Command(
    name = "data",
    description = "Civic data: officeholders, districts, ZIP codes.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DataCommand.Compile.class,
      DataImportCommand.class,
      DataUpdateCommand.class,
      DataStatusCommand.class,
      DataUseCommand.class,
      DataAccuracyCommand.class
    })
final class DataCommand implements Runnable {

  private static final int FAULTS_SHOWN = 40;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Prints what is wrong with files, a line each. */
  static Refusal refusal(CommandSpec command, List<String> faults, String sentence) {
    PrintWriter err = command.commandLine().getErr();
    faults.stream().limit(FAULTS_SHOWN).forEach(err::println);
    if (faults.size() > FAULTS_SHOWN) {
      err.println("and %d more".formatted(faults.size() - FAULTS_SHOWN));
    }
    err.flush();
    return new Refusal(sentence + faults.size());
  }

  /** {@code data compile DIR --out FILE}: from public files to one release. */
  @Command(
      name = "compile",
      description = "Makes one release file from a directory of public files (see docs/data.md).",
      mixinStandardHelpOptions = true)
  static final class Compile implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "has legislators/, zip/ and districts/")
    private Path directory = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out = Path.of(".");

    @Mixin private final BorderProperties properties = new BorderProperties();

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "name of the release, for example 2026.11-3; made from the files if left out")
    private String name = "";

    @Override
    public Integer call() {
      if (!Files.isDirectory(directory)) {
        throw new Refusal("There is no folder " + directory);
      }
      report(compile());
      return 0;
    }

    private Outcome compileTo(Path file) throws IOException {
      return ReleaseCompiler.compile(
          properties.inputs(List.of(directory), name), file, CivicClock.real().today());
    }

    private Compiled compile() {
      try {
        return switch (compileTo(out)) {
          case Compiled compiled -> compiled;
          case Faulty(var faults) -> throw refusal(spec, faults, "Nothing was written. To mend: ");
        };
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + directory + " or write " + out, e);
      }
    }

    private void report(Compiled made) {
      PrintWriter text = spec.commandLine().getOut();
      text.println("Release %s: %d bytes in %s".formatted(made.release(), made.bytes(), out));
      made.contents().forEach(line -> text.println("  " + line));
      made.notes().forEach(note -> text.println("Note: " + note));
      made.credits().forEach(credit -> text.println("Credit: " + credit));
      text.flush();
    }
  }
}
