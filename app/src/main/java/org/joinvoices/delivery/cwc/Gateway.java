package org.joinvoices.delivery.cwc;

import java.io.IOException;
import java.util.Set;
import org.joinvoices.delivery.DeliveryResult;

/** A way to the offices of one chamber. Whatever the far side does comes back as a value. */
public interface Gateway {

  /** Posts one message, once, and waits for what becomes of it. */
  DeliveryResult send(OutgoingMessage message);

  /**
   * The offices that take messages now.
   *
   * @throws IOException if there is no list, or nothing readable in it; the message holds no URL
   */
  Set<OfficeCode> offices() throws IOException;
}
