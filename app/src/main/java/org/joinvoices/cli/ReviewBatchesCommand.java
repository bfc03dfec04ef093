package org.joinvoices.cli;

import java.util.List;
import org.joinvoices.signing.ReviewBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code review batches}. */
@Command(
    name = "batches",
    description = "What was decided about the signatures of a letter, the latest first.",
    mixinStandardHelpOptions = true)
final class ReviewBatchesCommand extends ReviewSubcommand {

  private record Batches(String action, List<ReviewLines.Batch> batches) {}

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Override
  Answer answer(Opened house) {
    List<ReviewBatch> batches = house.reviews().list(KnownAction.find(house.database(), slug).id());
    return new Answer(
        new Batches(slug, batches.stream().map(ReviewLines::batch).toList()),
        batches.isEmpty()
            ? List.of("Nothing was decided yet.")
            : batches.stream().map(ReviewLines::sentence).toList());
  }
}
