package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.signing.ReviewBatch;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewPreview;
import org.jspecify.annotations.Nullable;

/** What the commands below {@code review} print: objects for JSON, and the same in sentences. */
final class ReviewLines {

  /** A signature without its person. */
  private record Line(
      String signature, String state, String signedAt, String region, List<String> flags) {}

  /** How many, and some of them. */
  record Meant(String action, long count, List<Object> sample) {}

  /**
   * A batch.
   *
   * @param reason null of a release
   * @param madeBy null for the command line, else an account
   */
  record Batch(
      String batch,
      String decision,
      @Nullable String reason,
      String state,
      String madeAt,
      @Nullable String madeBy,
      @Nullable String undoneAt,
      long expected,
      long changed,
      long doubles,
      long mailboxesTaken,
      long broughtBack,
      long leftAlone) {}

  private ReviewLines() {}

  static Meant meant(String slug, ReviewPreview preview) {
    return new Meant(
        slug,
        preview.count(),
        preview.sample().stream().map(ReviewLines::line).map(Object.class::cast).toList());
  }

  private static Line line(ReviewPreview.Line line) {
    return new Line(
        line.key().signature().toString(),
        line.state().word(),
        line.signedAt().toString(),
        line.region(),
        line.flags());
  }

  static List<String> sentences(ReviewPreview preview) {
    var lines = new ArrayList<String>();
    lines.add("Signatures that are meant: " + preview.count());
    if (!preview.sample().isEmpty()) {
      lines.add("The latest of them:");
    }
    preview
        .sample()
        .forEach(
            line ->
                lines.add(
                    "  %s  %s  %s  %s  %s"
                        .formatted(
                            line.key().signature(),
                            line.signedAt(),
                            line.state().word(),
                            line.region().isEmpty() ? "--" : line.region(),
                            line.flags().isEmpty() ? "no flag" : String.join(",", line.flags()))));
    return lines;
  }

  static Batch batch(ReviewBatch batch) {
    var tally = batch.tally();
    return new Batch(
        batch.id().toString(),
        batch.decision().word(),
        batch.decision() instanceof ReviewDecision.Invalidate(var reason) ? reason.word() : null,
        batch.state().word(),
        batch.madeAt().toString(),
        batch.madeBy() instanceof Actor.Person(var account) ? account.value().toString() : null,
        batch.undone().map(undone -> undone.at().toString()).orElse(null),
        tally.expected(),
        tally.changed(),
        tally.doubles(),
        tally.mailboxesTaken(),
        tally.broughtBack(),
        tally.leftAlone());
  }

  /** Such as: 0197…: invalidate (automated), done, 2021-01-10T12:00:00Z; 12 of 12 taken out. */
  static String sentence(ReviewBatch batch) {
    var tally = batch.tally();
    String what =
        switch (batch.decision()) {
          case ReviewDecision.Invalidate(var reason) ->
              "invalidate (%s), %s, %s; %d of %d taken out"
                  .formatted(
                      reason.word(),
                      batch.state().word(),
                      batch.madeAt(),
                      tally.changed(),
                      tally.expected());
          case ReviewDecision.Release() ->
              "release, %s, %s; %d of %d counted, %d counted already, %d of a mailbox that speaks for others"
                  .formatted(
                      batch.state().word(),
                      batch.madeAt(),
                      tally.changed(),
                      tally.expected(),
                      tally.doubles(),
                      tally.mailboxesTaken());
        };
    String undone =
        batch.undone().isEmpty()
            ? ""
            : "; %d brought back, %d left as they are"
                .formatted(tally.broughtBack(), tally.leftAlone());
    return batch.id() + ": " + what + undone;
  }
}
