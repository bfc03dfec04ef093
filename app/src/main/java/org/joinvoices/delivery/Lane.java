package org.joinvoices.delivery;

import java.net.URI;
import java.time.Duration;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.delivery.cwc.KnownOffices;

/**
 * One chamber's gateway as deliveries see it.
 *
 * @param gateway its address, which decides whether maintenance windows are kept
 * @param timeout of one call
 * @param perSecond most messages a second
 */
record Lane(
    Chamber chamber,
    URI gateway,
    Gateway client,
    KnownOffices offices,
    Duration timeout,
    int perSecond) {

  private static final Duration MARGIN = Duration.ofSeconds(20);

  /** Longer than any call, so that a row whose lease has ended is no longer being posted. */
  Duration lease() {
    return timeout.plus(MARGIN);
  }
}
