package org.joinvoices.signing;

/** What became of a correction; only the first changes anything. */
public sealed interface CorrectOutcome {

  record Corrected() implements CorrectOutcome {}

  /** The other person of the same mailbox has this name, and counts already. */
  record AlreadyCounted() implements CorrectOutcome {}

  /** Two people of one mailbox live in one place: this would tear them apart. */
  record OtherHousehold() implements CorrectOutcome {}

  /** The signature has ended, or its person is erased. */
  record Ended() implements CorrectOutcome {}
}
