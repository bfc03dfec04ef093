package org.joinvoices.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.joinvoices.platform.clock.CivicClock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --on}: the civic day in Washington a question is about. */
final class DayOption {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec command;

  @Option(
      names = "--on",
      paramLabel = "YYYY-MM-DD",
      description = "day in Washington; default today")
  private String on = "";

  /**
   * @throws ParameterException if what was typed is no day
   */
  LocalDate day() {
    try {
      return on.isBlank() ? CivicClock.real().today() : LocalDate.parse(on.strip());
    } catch (DateTimeException e) {
      throw new ParameterException(
          command.commandLine(), "--on should be a day like 2021-01-10, not '" + on + "'", e);
    }
  }
}
