package org.joinvoices.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joinvoices.districts.BulkTask;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.StreetAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code match}: which seats speak for a ZIP code, a point or an address, or for each row of a
 * file, and who holds them on a date.
 */
@Command(
    name = "match",
    description =
        "Shows the seats in Congress for a ZIP code, a point or an address, or each row of a CSV file,"
            + " and who holds them on a day.",
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

  @Option(
      names = "--address",
      paramLabel = "TEXT",
      description = "instead: street, city, ST ZIP in one line; by its ZIP code, or see --geocoder")
  private @Nullable String address;

  @Mixin private final GeocoderOption geocoder = new GeocoderOption();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {
        "instead: a file with a header; lat and lng of a row are asked first, else its postal_code",
        "(with region), and with --geocoder census its address_line and locality"
      })
  private @Nullable Path csv;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "of --csv: the same rows and outcome, how, confidence, seats, ocds, names. Stopped at any",
        "moment, the same command continues"
      })
  private @Nullable Path out;

  @Option(names = "--state", paramLabel = "XX", description = "where one ZIP code has two states")
  private String state = "";

  @Mixin private final DayOption on = new DayOption();
  @Mixin private final ReleaseOption release = new ReleaseOption();

  @Option(names = "--json", description = "one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (Stream.of(zip, at, address, csv).filter(Objects::nonNull).count() != 1) {
      throw wrong("Give one of --zip, --at, --address and --csv.");
    }
    if ((csv == null) != (out == null)) {
      throw wrong("--csv and --out go together.");
    }
    if (csv != null && !state.isEmpty()) {
      throw wrong("--state does not go with --csv, where a column region says it row by row.");
    }
    check("--state", state, "([A-Za-z]{2})?", "two letters, like OH");
    PrintWriter text = spec.commandLine().getOut();
    if (csv != null) {
      matchRows(csv, Objects.requireNonNull(out), text);
      return 0;
    }
    MatchAnswer answer = answer(on.day());
    if (json) {
      text.println(JsonMapper.shared().writeValueAsString(answer));
    } else {
      MatchTable.print(answer, text);
    }
    text.flush();
    return 0;
  }

  private void matchRows(Path in, Path to, PrintWriter text) throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    var task = new BulkTask(in, to, on.day(), geocoder.many(), geocoder.name());
    var done = MatchCsv.run(release.districts(), task, err);
    if (json) {
      text.println(MatchCsv.json(done));
    } else {
      MatchCsv.print(done, text);
    }
    text.flush();
    MatchCsv.notes(done, err);
  }

  private MatchAnswer answer(LocalDate day) {
    Districts districts = release.districts();
    if (address != null) {
      var street =
          StreetAddress.parse(address)
              .orElseThrow(
                  () ->
                      wrong(
                          "--address should be street, city, ST ZIP in one line, like '1100 Congress"
                              + " Ave, Austin, TX 78701'"));
      return new MatchAddress(districts, geocoder, spec.commandLine().getErr()).answer(street, day);
    }
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
                wrong(
                    "--at should be latitude and longitude in degrees, like 41.48,-81.70, not '%s'"
                        .formatted(at)));
  }

  private void check(String option, String typed, String pattern, String wanted) {
    if (!typed.strip().matches(pattern)) {
      throw wrong("%s should be %s, not '%s'".formatted(option, wanted, typed));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
