package org.joinvoices.signing.web;

import java.util.Optional;
import org.joinvoices.signing.OfficeMessage;

/**
 * An office that will receive a message.
 *
 * @param office what the seat is called in the reader's language
 * @param holder who holds it on the civic date; empty while it is vacant
 * @param message what it will read
 */
public record Recipient(String office, Optional<String> holder, OfficeMessage message) {

  @Override
  public String toString() {
    return "Recipient[hidden]";
  }
}
