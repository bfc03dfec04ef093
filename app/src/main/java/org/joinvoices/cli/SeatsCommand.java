package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.SeatLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code seats}: every seat in Congress on a day, and who holds it. */
@Command(
    name = "seats",
    description = "Shows every seat in Congress on a day and who holds it.",
    mixinStandardHelpOptions = true)
final class SeatsCommand implements Callable<Integer> {

  /** The answer in JSON; names and order of the fields are a contract. */
  record Answer(String release, LocalDate on, List<SeatLine> seats) {
    Answer {
      seats = List.copyOf(seats);
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final DayOption on = new DayOption();
  @Mixin private final ReleaseOption release = new ReleaseOption();

  @Option(names = "--state", paramLabel = "XX", description = "one state or territory only")
  private String state = "";

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    Answer answer = answer(on.day());
    PrintWriter text = spec.commandLine().getOut();
    if (json) {
      text.println(JsonMapper.shared().writeValueAsString(answer));
    } else {
      SeatsTable.print(answer, text);
    }
    text.flush();
    return 0;
  }

  private Answer answer(LocalDate day) {
    Districts districts = release.districts();
    if (!districts.covers(day)) {
      throw new Refusal(
          "Release %s knows the districts from %s to %s, not those of %s. Newer ones: docs/data.md"
              .formatted(districts.release(), districts.firstDay(), districts.lastDay(), day));
    }
    String code = state.strip().toUpperCase(Locale.ROOT);
    List<SeatLine> seats =
        districts.seats(day).stream()
            .filter(seat -> code.isEmpty() || seat.state().equals(code))
            .map(seat -> SeatLine.of(seat, districts, day))
            .toList();
    if (seats.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--state should be two letters of a state or territory with seats, like OH, not '%s'"
              .formatted(state));
    }
    return new Answer(districts.release(), day, seats);
  }
}
