package org.joinvoices.cli;

import java.util.Set;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.SignatureState;
import picocli.CommandLine.Command;

/** {@code review release}. */
@Command(
    name = "release",
    description = {
      "Counts signatures that are under review; their messages leave and their receipts are mailed.",
      "Whoever is counted already is not counted twice."
    },
    mixinStandardHelpOptions = true)
final class ReviewReleaseCommand extends ReviewDecisionCommand {

  @Override
  Set<SignatureState> states() {
    return Set.of(SignatureState.UNDER_REVIEW);
  }

  @Override
  ReviewDecision decision() {
    return new ReviewDecision.Release();
  }
}
