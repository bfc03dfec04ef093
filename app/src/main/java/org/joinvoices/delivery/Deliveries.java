package org.joinvoices.delivery;

import java.util.List;
import org.joinvoices.signing.SignatureKey;

/** What became of the messages of one signature. */
public final class Deliveries {

  /** One line per seat, senators first; empty before the signature is confirmed. */
  public List<DeliveryLine> list(SignatureKey key) {
    throw new UnsupportedOperationException();
  }
}
