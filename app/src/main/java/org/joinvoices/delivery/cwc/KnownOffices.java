package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * The office list of one gateway, asked for at most every twelve hours while it can be read. When
 * it cannot, nothing may be sent: an empty list must not turn every office away.
 */
public final class KnownOffices {

  private static final Duration FRESH = Duration.ofHours(12);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Gateway gateway;
  private final InstantSource machine;
  private Set<OfficeCode> offices = Set.of();
  private Instant askAgainAt = Instant.MIN;

  /**
   * @param machine machine time
   */
  public KnownOffices(Gateway gateway, InstantSource machine) {
    this.gateway = gateway;
    this.machine = machine;
  }

  /** Whether there is a list to go by. */
  public synchronized boolean isKnown() {
    if (!machine.instant().isBefore(askAgainAt)) {
      refresh();
    }
    return !offices.isEmpty();
  }

  /** Whether the office is on the list; meaningful while {@link #isKnown()}. */
  public synchronized boolean contains(OfficeCode office) {
    return isKnown() && offices.contains(office);
  }

  /** After a gateway contradicted the list: ask again before the next message. */
  public synchronized void forget() {
    askAgainAt = Instant.MIN;
  }

  private void refresh() {
    try {
      offices = gateway.offices();
      askAgainAt = machine.instant().plus(FRESH);
    } catch (IOException e) {
      offices = Set.of();
      askAgainAt = machine.instant().plus(PATIENCE);
    }
  }
}
