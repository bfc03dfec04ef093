package org.joinvoices.accountability.web;

import java.util.Optional;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.signing.OfficeMessage;

/**
 * One recipient on a receipt.
 *
 * @param office what the seat is called in the reader's language
 * @param holder who it went or will go to; empty while the seat is vacant
 * @param result the state in words
 * @param note what the state means or why it waits; may be empty text
 * @param when of the last attempt
 * @param reference of the gateway once accepted
 * @param message what the office reads
 */
public record ReceiptLine(
    String office,
    Optional<String> holder,
    DeliveryState state,
    String result,
    String note,
    Optional<String> when,
    Optional<String> reference,
    OfficeMessage message) {

  /** How the state looks: good, wait, bad or plain. */
  public String look() {
    return switch (state) {
      case ACCEPTED, HANDED_OVER -> "good";
      case HELD, NEEDS_REVIEW -> "wait";
      case REFUSED -> "bad";
      case QUEUED, SENDING, WITHDRAWN -> "plain";
    };
  }

  /** Whether something may happen to it within seconds; a held message waits for weeks. */
  boolean isMoving() {
    return state == DeliveryState.QUEUED || state == DeliveryState.SENDING;
  }

  @Override
  public String toString() {
    return "ReceiptLine[hidden]";
  }
}
