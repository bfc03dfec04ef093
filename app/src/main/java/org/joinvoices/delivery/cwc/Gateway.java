package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.joinvoices.delivery.DeliveryResult;

/** A way to the offices of one chamber. Whatever the far side does comes back as a value. */
public interface Gateway {

  /**
   * Asks whether the gateway would take a message, where it can be asked: nothing is stored, so it
   * may be asked again.
   *
   * @return what speaks against posting it; empty where nothing does or nobody can be asked
   */
  default Optional<DeliveryResult> validate(OutgoingMessage message) {
    return Optional.empty();
  }

  /** Posts one message, once, and waits for what becomes of it. */
  DeliveryResult send(OutgoingMessage message);

  /**
   * The offices that take messages now.
   *
   * @throws IOException if there is no list, or nothing readable in it; the message holds no URL
   */
  Set<OfficeCode> offices() throws IOException;
}
