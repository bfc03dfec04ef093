package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.SignatureView;

/** A lane on which messages leave by themselves, as the worker sees it: one far side, one pace. */
interface Lane {

  Route route();

  /** Most messages a second. */
  int perSecond();

  /** Longer than any call, so that a row whose lease has ended is no longer being posted. */
  Duration lease();

  /** Whether the far side takes messages at this moment; may ask it. */
  boolean isOpen();

  /** Whether the far side serves the seat's office; may ask it. */
  Serves serves(Action action, Seat seat);

  /** After the far side contradicted what we know of its offices. */
  void forgetOffices();

  /**
   * Composes and checks a message; nothing is sent yet.
   *
   * @param code the row's own, the same at each try
   * @param date in Washington
   */
  Prepared prepare(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date);

  /** Whether an office is served: known for sure, or not to be told now. */
  enum Serves {
    YES,
    NO,
    /** The list of offices was lost; that says nothing of this one. */
    UNKNOWN
  }

  /** What composing came to. */
  sealed interface Prepared {

    /**
     * Ready to be posted.
     *
     * @param imprint of everything said in the person's name
     */
    record Ready(Bytes imprint, Post post) implements Prepared {}

    /** Cannot go as it is; {@code reason} is a word of {@link HeldReason}. */
    record Held(String reason) implements Prepared {}
  }

  /**
   * What {@link #prepare} would give as the imprint; asks nobody.
   *
   * @return empty where no message can be composed
   */
  Optional<Bytes> imprint(
      SignatureView signature, Constituent person, Seat seat, String code, LocalDate date);

  /** Posts the prepared message, once, and waits for what becomes of it. */
  interface Post {

    /**
     * Asks the far side, where one can, whether it would take the message; nothing is posted, and
     * asking again is safe.
     *
     * @return what speaks against posting it
     */
    default Optional<DeliveryResult> ask() {
      return Optional.empty();
    }

    /**
     * @param triedBefore whether this row was posted before: decides what "seen before" means
     */
    DeliveryResult send(boolean triedBefore);
  }
}
