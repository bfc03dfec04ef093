package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.BookPart;
import org.joinvoices.delivery.HandOverAnswer;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.HandOverFault;
import org.joinvoices.delivery.HandOverProof;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--at",
      required = true,
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "when, like 2021-01-20T12:30:00-05:00")
  private Instant at = Instant.EPOCH;

  @Option(
      names = "--how",
      required = true,
      paramLabel = "HOW",
      description = "by_hand, post, courier, mail or form")
  private String how = "";

  @Option(names = "--who", required = true, paramLabel = "TEXT", description = "who handed it over")
  private String who = "";

  @Option(
      names = "--where",
      required = true,
      paramLabel = "TEXT",
      description = "where, and to whom in the office")
  private String where = "";

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "photo (JPEG, PNG) or PDF, at most 10 MiB")
  private @Nullable Path proof;

  @Override
  public Integer call() {
    BookPart part = part();
    HandOverWay way = way(how);
    byte[] file = proof == null ? new byte[0] : read(proof);
    try (var database = house.open()) {
      record(database.dataSource(), part, way, file);
    }
    return 0;
  }

  private BookPart part() {
    return Arrays.stream(BookPart.values())
        .filter(part -> part.word().equals(what))
        .findFirst()
        .orElseThrow(() -> new Refusal("--what is book or supplement."));
  }

  /** As typed behind {@code --how}. */
  static HandOverWay way(String typed) {
    return Arrays.stream(HandOverWay.values())
        .filter(way -> way.word().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "--how is one of "
                        + Arrays.stream(HandOverWay.values())
                            .map(HandOverWay::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** No more than shows that it is too large. */
  static byte[] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HandOverProof.LARGEST + 1);
    } catch (IOException e) {
      throw new Refusal("The file " + file + " cannot be read.");
    }
  }

  private void record(DataSource database, BookPart part, HandOverWay way, byte[] file) {
    Action letter =
        Slug.parse(action)
            .flatMap(new Actions(database)::find)
            .orElseThrow(() -> new Refusal("There is no action " + action + " in this house."));
    var clock = new CivicClockStore(database, InstantSource.system()).clock();
    var handOvers = new HandOvers(database, house.openVault(database), clock);
    var draft = HandOverDraft.book(letter.id(), part, addressee, at, way, who, where);
    var actor = new Actor.CommandLine();
    HandOverAnswer answer =
        proof == null ? handOvers.record(draft, actor) : handOvers.record(draft, file, actor);
    switch (answer) {
      case HandOverAnswer.Refused(HandOverFault fault) -> throw new Refusal(fault.remedy());
      case HandOverAnswer.Recorded _ -> say(letter, part);
    }
  }

  private void say(Action letter, BookPart part) {
    PrintWriter text = spec.commandLine().getOut();
    text.printf(
        "Recorded: %s of %s handed over to %s, %s proof.%n",
        part.word(), letter.slug(), addressee, proof == null ? "without" : "with");
    text.flush();
  }
}
