package org.joinvoices.delivery;

import java.util.UUID;

/** What came of telling of a hand-over. */
public sealed interface HandOverAnswer {

  record Recorded(UUID id) implements HandOverAnswer {}

  /** Nothing was recorded. */
  record Refused(HandOverFault fault) implements HandOverAnswer {}
}
