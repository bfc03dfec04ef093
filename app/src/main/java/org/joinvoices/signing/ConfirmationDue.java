package org.joinvoices.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a confirmation mail needs. It carries nothing the submitter typed, because anybody can
 * type anybody's address.
 *
 * @param code as shown, {@code XXXX-XXXX}
 * @param onPaper typed in from a sheet: counted for the letter already, on the word of a witness
 * @param expires civic instant after which the link and the code are void
 * @param earlier then there is nothing to confirm, and the mail says so instead
 */
public record ConfirmationDue(
    SignatureKey key,
    EmailAddress to,
    String language,
    String code,
    boolean onPaper,
    Instant expires,
    Optional<Earlier> earlier) {

  /**
   * What the same person confirmed before.
   *
   * @param counted false while somebody looks at it first
   */
  public record Earlier(SignatureKey key, boolean counted) {}

  @Override
  public String toString() {
    return "ConfirmationDue[hidden]";
  }
}
