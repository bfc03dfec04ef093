package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.signing.ReviewBatch;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewPreview;
import org.joinvoices.signing.ReviewScope;
import org.joinvoices.signing.SignatureState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts first what a decision would concern; decides and carries it out with {@code --yes}. */
abstract class ReviewDecisionCommand extends ReviewSubcommand {

  @Mixin private final ReviewConditions conditions = new ReviewConditions();

  @Option(names = "--yes", description = "do it; else it only says what it would concern")
  private boolean yes;

  @Override
  final Answer answer(Opened house) {
    Action action = KnownAction.find(house.database(), conditions.slug());
    ReviewScope scope = conditions.scope(action, states(), house.tokens());
    ReviewPreview preview = house.reviews().preview(scope);
    return yes && preview.count() > 0 ? decide(house, scope, preview) : undecided(preview);
  }

  private Answer undecided(ReviewPreview preview) {
    List<String> sentences = new ArrayList<>(ReviewLines.sentences(preview));
    sentences.add(
        preview.count() == 0 ? "Nothing was changed." : "Nothing was changed: add --yes to do it.");
    return new Answer(ReviewLines.meant(conditions.slug(), preview), sentences);
  }

  private Answer decide(Opened house, ReviewScope scope, ReviewPreview preview) {
    UUID id = house.reviews().begin(BY, scope, decision(), preview.count());
    house.reviews().work(id);
    ReviewBatch batch = house.reviews().find(id).orElseThrow();
    return new Answer(
        ReviewLines.batch(batch),
        List.of(ReviewLines.sentence(batch), "To bring them back: ./joinvoices review undo " + id));
  }

  abstract Set<SignatureState> states();

  abstract ReviewDecision decision();
}
