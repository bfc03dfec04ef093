package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Match;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code match}: which seats speak for a ZIP code or a point, and who holds them on a date. */
@Command(
    name = "match",
    description =
        "Shows the seats in Congress for a ZIP code or a point and who holds them on a day.",
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--zip", paramLabel = "ZIP", description = "ZIP code or ZIP+4")
  private @Nullable String zip;

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      description = "instead: a point in degrees, like 41.48,-81.70")
  private @Nullable String at;

  @Option(names = "--state", paramLabel = "XX", description = "where one ZIP code has two states")
  private String state = "";

  @Mixin private final DayOption on = new DayOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    if ((zip == null) == (at == null)) {
      throw new ParameterException(spec.commandLine(), "Give either --zip or --at.");
    }
    check("--state", state, "([A-Za-z]{2})?", "two letters, like OH");
    MatchAnswer answer = answer(on.day());
    PrintWriter text = spec.commandLine().getOut();
    if (json) {
      text.println(JsonMapper.shared().writeValueAsString(answer));
    } else {
      MatchTable.print(answer, text);
    }
    text.flush();
    return 0;
  }

  private MatchAnswer answer(LocalDate day) {
    Districts districts = Districts.builtIn();
    var how = zip != null ? Match.How.ZIP : Match.How.POINT;
    return MatchAnswer.of(match(districts, day), how, districts, day);
  }

  private Match match(Districts districts, LocalDate day) {
    if (zip != null) {
      check("--zip", zip, "[0-9]{5}(-?[0-9]{4})?", "five digits, like 44113");
      return districts.match(zip, state, "US", day);
    }
    return GeoPoint.parse(Objects.requireNonNull(at))
        .map(point -> districts.match(point, day))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--at should be latitude and longitude in degrees, like 41.48,-81.70, not '%s'"
                        .formatted(at)));
  }

  private void check(String option, String typed, String pattern, String wanted) {
    if (!typed.strip().matches(pattern)) {
      throw new ParameterException(
          spec.commandLine(), "%s should be %s, not '%s'".formatted(option, wanted, typed));
    }
  }
}
