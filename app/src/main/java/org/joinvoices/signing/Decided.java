package org.joinvoices.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * What organizers decided of one signature.
 *
 * @param why it does not count; empty where it counts, or its signer ended it
 * @param outFrom when it first left the count, where it did
 * @param outUntil when it was counted again, where it was
 */
public record Decided(
    Optional<EndedWhy> why, Optional<Instant> outFrom, Optional<Instant> outUntil) {

  /** Whether it is counted again now, and was not at a moment. */
  public boolean wasOutAt(Instant moment) {
    return outFrom.isPresent()
        && outUntil.isPresent()
        && !moment.isBefore(outFrom.get())
        && moment.isBefore(outUntil.get());
  }
}
