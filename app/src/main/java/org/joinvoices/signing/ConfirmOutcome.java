package org.joinvoices.signing;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {

  /** Counted from now on. */
  record Confirmed(SignatureKey key) implements ConfirmOutcome {}

  /** This person is counted already, by this signature ({@code key}) or an earlier one. */
  record AlreadyCounted(SignatureKey key) implements ConfirmOutcome {}

  /** The link or code is too old, or the letter has closed; sign again. */
  record Expired() implements ConfirmOutcome {}

  /** No such signature: removed, refused, or a wrong code. */
  record Unknown() implements ConfirmOutcome {}
}
