package org.joinvoices.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.joinvoices.delivery.HandOverAnswer;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.HandOverProof;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.platform.audit.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When, how, by whom and where something was handed over, and the proof. */
final class HandOverOptions {

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
      description = "photo (JPEG, PNG) or PDF, such as the signed sheet; at most 10 MiB")
  private @Nullable Path proof;

  Instant at() {
    return at;
  }

  String who() {
    return who;
  }

  String where() {
    return where;
  }

  /**
   * @throws Refusal with the words there are
   */
  HandOverWay way() {
    return HandOverWay.find(how)
        .orElseThrow(
            () ->
                new Refusal(
                    "--how is one of "
                        + Arrays.stream(HandOverWay.values())
                            .map(HandOverWay::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** Records one hand-over, with the proof there is. */
  interface Recording {

    /**
     * @throws Refusal with the remedy, where it cannot be recorded so
     */
    void record(HandOvers handOvers, HandOverDraft draft, Actor by);
  }

  /**
   * Reads the proof, so that one that cannot be read is known before anything is begun.
   *
   * @throws Refusal if it cannot be read
   */
  Recording recording() {
    Path file = proof;
    if (file == null) {
      return (handOvers, draft, by) -> require(handOvers.record(draft, by));
    }
    byte[] content = read(file);
    return (handOvers, draft, by) -> require(handOvers.record(draft, content, by));
  }

  private static void require(HandOverAnswer answer) {
    switch (answer) {
      case HandOverAnswer.Refused(var fault) -> throw new Refusal(fault.remedy());
      case HandOverAnswer.Recorded _ -> {}
    }
  }

  /** No more than shows that it is too large. */
  private static byte[] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HandOverProof.LARGEST + 1);
    } catch (IOException e) {
      throw new Refusal("The file " + file + " cannot be read.");
    }
  }

  /** For the sentence that says what was recorded. */
  String withProof() {
    return proof == null ? "without proof" : "with proof";
  }
}
