package org.joinvoices.cli;

import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseAnswer;
import org.joinvoices.accountability.ResponseDraft;
import org.joinvoices.accountability.ResponseEvidence;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code responded}: records what an official answered. */
@Command(
    name = "responded",
    description = {
      "Records what an official answered, demand by demand. It is public at once, as is its file.",
      "Nothing can be altered; at the desk it can be taken off the record, which stays visible."
    },
    mixinStandardHelpOptions = true)
final class RespondedCommand implements Callable<Integer> {

  private static final Bytes NO_FILE = Bytes.copyFrom(new byte[0]);

  /** Exactly one of the two. */
  static final class Office {

    @Option(names = "--addressee", paramLabel = "ID", description = "an id of action.yaml")
    private @Nullable String addressee;

    @Option(
        names = "--seat",
        paramLabel = "SEAT",
        description = "a seat in Congress, like OH-S1 or OH-11; who held it that day is known")
    private @Nullable String seat;
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String action = "";

  @ArgGroup(multiplicity = "1")
  private Office office = new Office();

  @Option(
      names = "--said",
      required = true,
      paramLabel = "DAY",
      description = "when, like 2021-02-02, in the zone of the letter's deadline")
  private LocalDate said = LocalDate.EPOCH;

  @Option(
      names = "--demand",
      paramLabel = "NUMBER=STANCE",
      description = "favorable, in_part, refused or no_position, for each demand it speaks of")
  private Map<Integer, String> demands = new LinkedHashMap<>();

  @Option(
      names = "--whole",
      paramLabel = "STANCE",
      description = "the same for the letter as a whole, where it speaks of no single demand")
  private String whole = "";

  @Option(
      names = "--words",
      required = true,
      paramLabel = "TEXT",
      description = "a short quotation or summary; everyone can read it")
  private String words = "";

  @Option(
      names = "--language",
      paramLabel = "XX",
      description = "of these words (default ${DEFAULT-VALUE})")
  private String language = "en";

  @Option(names = "--link", paramLabel = "URL", description = "where it can be read")
  private String link = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "picture (JPEG, PNG) or PDF that shows it; at most 5 MiB; everyone can open it")
  private @Nullable Path file;

  @Override
  public Integer call() {
    Responder from = from();
    var stances = stances();
    Bytes shown = file == null ? NO_FILE : read(file);
    try (var database = house.open()) {
      record(database.dataSource(), from, stances, shown);
    }
    return 0;
  }

  private Responder from() {
    if (office.addressee != null) {
      return new Responder.Named(office.addressee);
    }
    String typed = office.seat == null ? "" : office.seat;
    return Seat.parse(typed.strip().toUpperCase(Locale.ROOT))
        .map(Responder.Member::new)
        .orElseThrow(() -> new Refusal("--seat is a seat in Congress, like OH-S1 or OH-11."));
  }

  private SortedMap<Integer, ResponseStance> stances() {
    var stances = new TreeMap<Integer, ResponseStance>();
    demands.forEach((number, stance) -> stances.put(number, stance("--demand", stance)));
    if (!whole.isEmpty()) {
      stances.put(Response.WHOLE, stance("--whole", whole));
    }
    return stances;
  }

  private static ResponseStance stance(String option, String typed) {
    return ResponseStance.find(typed)
        .orElseThrow(
            () ->
                new Refusal(
                    "A stance of %s is one of %s."
                        .formatted(
                            option,
                            Arrays.stream(ResponseStance.values())
                                .map(ResponseStance::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** No more than shows that it is too large. */
  private static Bytes read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Bytes.copyFrom(in.readNBytes(ResponseEvidence.LARGEST + 1));
    } catch (IOException e) {
      throw new Refusal("The file " + file + " cannot be read.");
    }
  }

  private void record(
      DataSource database,
      Responder from,
      SortedMap<Integer, ResponseStance> stances,
      Bytes shown) {
    Action letter = KnownAction.find(database, action);
    var clock = new CivicClockStore(database, InstantSource.system()).clock();
    var districts = new DataReleases(database, InstantSource.system()).inUse();
    var draft =
        new ResponseDraft(letter.id(), from, stances, said, words, language, link.strip(), shown);
    switch (new Responses(database, districts, clock).record(draft, new Actor.CommandLine())) {
      case ResponseAnswer.Refused(var fault) -> throw new Refusal(fault.remedy());
      case ResponseAnswer.Recorded _ -> say(letter);
    }
  }

  private void say(Action letter) {
    var text = spec.commandLine().getOut();
    text.printf(
        "Recorded, for everyone to see: %s/answers%n", letter.path(letter.defaultLanguage()));
    text.flush();
  }
}
