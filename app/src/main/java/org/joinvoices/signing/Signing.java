package org.joinvoices.signing;

import org.joinvoices.districts.Seat;

/** The acts of a supporter: sign, confirm, refuse, choose a district, withdraw, erase. */
public final class Signing {

  /** Seals the request and stores it with its confirmation mail; returns after the commit. */
  public SignOutcome sign(SignRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Counts the signature; uniqueness by design decision D8. */
  public ConfirmOutcome confirm(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * As {@link #confirm}, by the short code of the mail; case, spaces and hyphens in it do not
   * matter.
   */
  public ConfirmOutcome confirmByCode(SignatureKey key, String code) {
    throw new UnsupportedOperationException();
  }

  /**
   * "This was not me": removes a pending signature; the mailbox is never mailed again by this
   * house.
   */
  public void refuse(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Settles an ambiguous match by the supporter's own choice, before or after confirming.
   *
   * @return false if the seat was not among the candidates or messages already went out on another
   *     choice
   */
  public boolean chooseDistrict(SignatureKey key, Seat house) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the signature out of the count; undelivered messages are withdrawn, delivered ones cannot
   * be recalled.
   */
  public void withdraw(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Withdraws if need be and deletes everything sealed; the row's dates, seats and hashed log entry
   * stay.
   */
  public void erase(SignatureKey key) {
    throw new UnsupportedOperationException();
  }
}
