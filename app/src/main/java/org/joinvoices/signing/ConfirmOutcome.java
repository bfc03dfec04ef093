package org.joinvoices.signing;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {

  /** Counted from now on. */
  record Confirmed(SignatureKey key) implements ConfirmOutcome {}

  /** This person is counted already, by this signature ({@code key}) or an earlier one. */
  record AlreadyCounted(SignatureKey key) implements ConfirmOutcome {}

  /**
   * Confirmed, by this signature ({@code key}) or an earlier one of the same person, and not
   * counted before an organizer has looked at it.
   */
  record UnderReview(SignatureKey key) implements ConfirmOutcome {}

  /**
   * Not counted: this mailbox already speaks for two people, or for one with another postal code
   * (D8). Nobody is accused of anything; a mailbox of one's own settles it.
   */
  record MailboxTaken() implements ConfirmOutcome {}

  /** The link or code is too old, or the letter has closed; sign again. */
  record Expired() implements ConfirmOutcome {}

  /** No such signature: removed, refused, or a wrong code. */
  record Unknown() implements ConfirmOutcome {}
}
