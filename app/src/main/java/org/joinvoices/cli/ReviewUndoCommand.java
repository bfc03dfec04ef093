package org.joinvoices.cli;

import java.util.List;
import java.util.UUID;
import org.joinvoices.signing.ReviewBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code review undo}. */
@Command(
    name = "undo",
    description = {
      "Brings every signature that a batch changed back to the state it had.",
      "What its signer, or a later batch, changed since stays; what left meanwhile cannot be recalled."
    },
    mixinStandardHelpOptions = true)
final class ReviewUndoCommand extends ReviewSubcommand {

  @Parameters(paramLabel = "BATCH", description = "as review batches lists it")
  private UUID id = new UUID(0, 0);

  @Override
  Answer answer(Opened house) {
    ReviewBatch batch =
        house
            .reviews()
            .find(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        "There is no batch %s; ./joinvoices review batches lists those there are."
                            .formatted(id)));
    if (!house.reviews().undo(BY, batch.action(), id) && !batch.isAtWork()) {
      throw new Refusal("Batch " + id + " is undone already.");
    }
    house.reviews().work(id);
    ReviewBatch undone = house.reviews().find(id).orElseThrow();
    return new Answer(ReviewLines.batch(undone), List.of(ReviewLines.sentence(undone)));
  }
}
