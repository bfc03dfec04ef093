package org.joinvoices.signing;

import java.util.Set;

/** What organizers decide of many signatures at once. */
public sealed interface ReviewDecision {

  /** To count what is under review. */
  record Release() implements ReviewDecision {}

  /** To take out of the count, or keep out of it. */
  record Invalidate(ReviewReason reason) implements ReviewDecision {}

  /** As the database spells it. */
  default String word() {
    return switch (this) {
      case Release() -> "release";
      case Invalidate _ -> "invalidate";
    };
  }

  /** In which states it can find signatures. */
  default Set<SignatureState> from() {
    return switch (this) {
      case Release() -> Set.of(SignatureState.UNDER_REVIEW);
      case Invalidate _ ->
          Set.of(SignatureState.PENDING, SignatureState.UNDER_REVIEW, SignatureState.CONFIRMED);
    };
  }
}
