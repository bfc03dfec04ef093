package org.joinvoices.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joinvoices.action.Action;
import org.joinvoices.signing.ReviewNumbers;
import org.joinvoices.signing.ReviewPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code review list}. */
@Command(
    name = "list",
    description =
        "How many signatures meet the conditions, some of them, and how many are flagged.",
    mixinStandardHelpOptions = true)
final class ReviewListCommand extends ReviewSubcommand {

  /**
   * @param underReview all of the letter
   * @param byFlag of these
   */
  private record Numbers(ReviewLines.Meant meant, long underReview, Map<String, Long> byFlag) {}

  @Mixin private final ReviewConditions conditions = new ReviewConditions();
  @Mixin private final ReviewStates states = new ReviewStates();

  @Override
  Answer answer(Opened house) {
    Action action = KnownAction.find(house.database(), conditions.slug());
    ReviewPreview preview =
        house.reviews().preview(conditions.scope(action, states.get(), house.tokens()));
    ReviewNumbers numbers = house.reviews().numbers(action.id());
    return new Answer(
        new Numbers(ReviewLines.meant(conditions.slug(), preview), numbers.all(), numbers.byFlag()),
        Stream.of(
                List.of("Under review: " + numbers.all()),
                numbers.byFlag().entrySet().stream()
                    .map(entry -> "  " + entry.getKey() + ": " + entry.getValue())
                    .toList(),
                ReviewLines.sentences(preview))
            .flatMap(List::stream)
            .toList());
  }
}
