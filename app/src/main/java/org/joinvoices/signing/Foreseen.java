package org.joinvoices.signing;

import org.joinvoices.districts.Match;

/** Where a form would go if it were signed and sent; nothing of it was stored. */
public sealed interface Foreseen {

  /** To the offices of this match, as far as it is settled. */
  record Offices(Match match) implements Foreseen {}

  /**
   * Nowhere now.
   *
   * @param why what signing would come to
   */
  record Nowhere(SignOutcome why) implements Foreseen {}
}
