package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.joinvoices.platform.settings.OperatorSettings;
import org.joinvoices.platform.settings.OperatorSettings.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --config}: the operator's file; the environment goes before it. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the operator's file; each key may come from the environment instead")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec command;

  boolean isGiven() {
    return file != null;
  }

  /**
   * @throws Refusal if anything is wrong, which is printed first, a line each
   */
  OperatorSettings settings() {
    return switch (read()) {
      case Outcome.Usable(var settings) -> settings;
      case Outcome.Faulty(var faults) -> {
        PrintWriter err = command.commandLine().getErr();
        faults.forEach(err::println);
        err.flush();
        throw new Refusal("Nothing was done. To mend: " + faults.size());
      }
    };
  }

  Outcome read() {
    try {
      return OperatorSettings.read(Optional.ofNullable(file), System.getenv());
    } catch (NoSuchFileException _) {
      throw new Refusal(
          "There is no file %s. ./joinvoices serve --print-config prints one to begin with."
              .formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
