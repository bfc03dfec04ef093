package org.joinvoices.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.joinvoices.action.ActionId;

/** Reading signatures. */
public final class Signatures {

  public Optional<SignatureView> find(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /** Unseals the person; empty when erased or gone. */
  public Optional<Constituent> findConstituent(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * What to mail to whom; empty when no mail is due (any more): confirmed, refused, expired, or the
   * mailbox never wants one.
   */
  public Optional<ConfirmationDue> findConfirmationDue(SignatureKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Streams confirmed signatures, in the order of confirmation, within one consistent snapshot. A
   * book takes those confirmed before the deadline; its supplement those signed before and
   * confirmed up to 48 hours after it (D16).
   *
   * @param signedBefore civic instant, exclusive
   * @param confirmedFrom civic instant, inclusive
   * @param confirmedBefore civic instant, exclusive
   */
  public void forEachConfirmed(
      ActionId action,
      Instant signedBefore,
      Instant confirmedFrom,
      Instant confirmedBefore,
      Consumer<BookEntry> reader) {
    throw new UnsupportedOperationException();
  }
}
