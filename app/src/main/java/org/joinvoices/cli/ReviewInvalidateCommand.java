package org.joinvoices.cli;

import java.util.Set;
import org.joinvoices.signing.ReviewDecision;
import org.joinvoices.signing.ReviewReason;
import org.joinvoices.signing.SignatureState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code review invalidate}. */
@Command(
    name = "invalidate",
    description = {
      "Takes signatures out: they no longer count, and what has not left in their name is not sent.",
      "Their signers read on the receipt that it is so, and whom to write to."
    },
    mixinStandardHelpOptions = true)
final class ReviewInvalidateCommand extends ReviewDecisionCommand {

  /** A reason by its word. */
  static final class Reason implements ITypeConverter<ReviewReason> {
    @Override
    public ReviewReason convert(String typed) {
      return ReviewReason.find(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + typed + "' is none of automated, repeated, made_up, test, other"));
    }
  }

  @Mixin private final ReviewStates states = new ReviewStates();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WORD",
      converter = Reason.class,
      description = "for the record: automated, repeated, made_up, test or other")
  private ReviewReason reason = ReviewReason.OTHER;

  @Override
  Set<SignatureState> states() {
    return states.get();
  }

  @Override
  ReviewDecision decision() {
    return new ReviewDecision.Invalidate(reason);
  }
}
