package org.joinvoices.coalition;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.signing.Partner;

/**
 * An organization and a letter, from the day it joined to the day it left.
 *
 * @param since civic instant
 * @param ended as before; empty while it lasts
 */
public record Partnership(Partner partner, Instant since, Optional<Instant> ended) {

  public boolean lasts() {
    return ended.isEmpty();
  }
}
