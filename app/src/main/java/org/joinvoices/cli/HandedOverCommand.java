package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handed-over}: records that a petition book reached an addressee. */
@Command(
    name = "handed-over",
    description = {
      "Records that a petition book or its supplement was handed over: to whom, when, how, by whom and where.",
      "Who, where and the proof are encrypted with the letter's key and end with it."
    },
    mixinStandardHelpOptions = true)
final class HandedOverCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String action = "";

  @Option(
      names = "--what",
      required = true,
      paramLabel = "book|supplement",
      description = "what was handed over")
  private String what = "";

  @Option(
      names = "--addressee",
      required = true,
      paramLabel = "ID",
      description = "to whom: an id of the letter's action.yaml")
  private String addressee = "";

  @Mixin private final HandOverOptions handOver = new HandOverOptions();

  @Override
  public Integer call() {
    BookPart part = part();
    HandOverWay way = handOver.way();
    var recording = handOver.recording();
    try (var database = house.open()) {
      record(database.dataSource(), part, way, recording);
    }
    return 0;
  }

  private BookPart part() {
    return Arrays.stream(BookPart.values())
        .filter(part -> part.word().equals(what))
        .findFirst()
        .orElseThrow(() -> new Refusal("--what is book or supplement."));
  }

  private void record(
      DataSource database, BookPart part, HandOverWay way, HandOverOptions.Recording recording) {
    Action letter = KnownAction.find(database, action);
    var clock = new CivicClockStore(database, InstantSource.system()).clock();
    var draft =
        HandOverDraft.book(
            letter.id(), part, addressee, handOver.at(), way, handOver.who(), handOver.where());
    var handOvers = new HandOvers(database, house.openVault(database), clock);
    recording.record(handOvers, draft, new Actor.CommandLine());
    say(letter, part);
  }

  private void say(Action letter, BookPart part) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        "Recorded: %s of %s handed over to %s, %s.%n",
        part.word(), letter.slug(), addressee, handOver.withProof());
    text.flush();
  }
}
