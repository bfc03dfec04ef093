package org.joinvoices.site;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.signing.Answered;

/**
 * Where a letter stands, by its dates and by what is recorded of it.
 *
 * @param delivered when it was first handed over to somebody it names
 * @param answered by how many offices
 */
record Standing(Action action, Optional<Instant> delivered, Optional<Answered> answered) {

  /** In which part of a list it is found; one that can be joined is found there, whatever came. */
  enum Group {
    OPEN,
    COMING,
    ANSWERED,
    DELIVERED,
    CLOSED
  }

  Group group(Instant now) {
    if (action.openAt(now)) {
      return Group.OPEN;
    }
    if (now.isBefore(action.opens())) {
      return Group.COMING;
    }
    if (answered.isPresent()) {
      return Group.ANSWERED;
    }
    return delivered.isPresent() ? Group.DELIVERED : Group.CLOSED;
  }
}
