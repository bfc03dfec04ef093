package org.joinvoices.delivery.cwc;

/**
 * A composed and validated message on its way out.
 *
 * @param xml as composed by {@link CwcXml}; not copied, because it is read only
 * @param triedBefore whether this DeliveryId was posted before: decides what "seen before" means
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of one message, never compared
public record OutgoingMessage(byte[] xml, boolean triedBefore) {

  @Override
  public String toString() {
    return "OutgoingMessage[hidden]";
  }
}
