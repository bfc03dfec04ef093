package org.joinvoices.seize;

/** What a made-up person has done. */
enum Fate {
  /** Confirmed, and only counted in public. */
  COUNTED,
  /** Confirmed, and shown by initials. */
  INITIALS,
  /** Confirmed, and wants to be shown by name. */
  NAMED,
  /** Never answered the mail. */
  UNCONFIRMED,
  WITHDREW,
  /** Confirmed, then erased all that was held, by the receipt. */
  ERASED,
  /** Signed by somebody else: the owner of the mailbox said that it was not them. */
  REFUSED,
  /** On a sheet of paper. */
  PAPER,
  /** Signed minutes before the seizure, while no mail could be sent. */
  LATE,
  /** Never signed anything. */
  STRANGER;

  /** So that of twenty signers each fate has its share. */
  private static final Fate[] SHARES = {
    COUNTED, COUNTED, NAMED, UNCONFIRMED, PAPER, ERASED, COUNTED, WITHDREW, REFUSED, LATE,
    COUNTED, COUNTED, NAMED, UNCONFIRMED, PAPER, ERASED, COUNTED, COUNTED, INITIALS, COUNTED
  };

  static Fate ofSigner(int number) {
    return SHARES[number % SHARES.length];
  }

  boolean signsOnTheWeb() {
    return this != PAPER && this != LATE && this != STRANGER;
  }
}
