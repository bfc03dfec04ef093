package org.joinvoices.signing;

import java.time.Instant;

/**
 * All that a confirmation mail needs. It carries nothing the submitter typed, because anybody can
 * type anybody's address.
 *
 * @param code as shown, {@code XXXX-XXXX}
 * @param expires civic instant after which the link and the code are void
 */
public record ConfirmationDue(
    SignatureKey key, EmailAddress to, String language, String code, Instant expires) {

  @Override
  public String toString() {
    return "ConfirmationDue[hidden]";
  }
}
