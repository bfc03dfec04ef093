package org.joinvoices.signing;

import org.joinvoices.districts.Match;

/** What came of looking for a supporter's district by a place they named. */
public sealed interface Settling {

  /** The seats are known and kept. */
  record Settled() implements Settling {}

  /** Several districts are possible there; the supporter's own choice is needed. */
  record Several() implements Settling {}

  /**
   * The place lies in no district of the ZIP code given. Its own is offered beside those: either
   * may be where the supporter lives, and only they know.
   */
  record Elsewhere() implements Settling {}

  /** Nobody is known to speak for that place; nothing was changed. */
  record Nowhere(Match.Reason reason) implements Settling {}

  /** Nothing may be changed (any more): messages may be on their way to another state. */
  record Refused() implements Settling {}
}
