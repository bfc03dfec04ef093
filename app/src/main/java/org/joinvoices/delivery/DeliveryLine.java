package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.action.Channel;
import org.joinvoices.districts.Seat;

/**
 * One line of a receipt: one signature for one seat.
 *
 * @param officeholder display name of who it went or will go to, empty while the seat is vacant
 * @param channel the way it went or will go
 * @param heldReason why it waits: {@code vacant_seat}, {@code new_lines}, {@code office_off},
 *     {@code gateway_stopped}, {@code no_channel}, {@code new_congress}, {@code paused}, {@code
 *     office_paused}, {@code retries_exhausted}, {@code invalid_message} or another word of {@link
 *     org.joinvoices.delivery.cwc.Misfit}, {@code message_changed} or {@code sent_before}
 * @param heldUntil civic instant until which it waits, where that is known
 * @param lastAttempt civic instant of the last attempt
 * @param receipt the gateway's reference (the delivery id) once accepted
 * @param lastResult of the last attempt, in the words of the database, such as {@code bounced}
 * @param supporterDid {@code called} or {@code wrote}, where the signer told us so
 * @param fingerprint keyed hash of what was said in the signer's name; empty before it is posted
 */
public record DeliveryLine(
    Seat seat,
    Optional<String> officeholder,
    Channel channel,
    DeliveryState state,
    Optional<String> heldReason,
    Optional<Instant> heldUntil,
    int attempts,
    Optional<Instant> lastAttempt,
    Optional<String> receipt,
    Optional<String> lastResult,
    Optional<String> supporterDid,
    Optional<String> fingerprint) {

  /** Whether a mail that had left came back. */
  public boolean cameBack() {
    return state == DeliveryState.REFUSED && lastResult.filter("bounced"::equals).isPresent();
  }

  /** Whether it is the signer who can reach the office: by plan, or because we failed for good. */
  public boolean isForTheSigner() {
    return switch (state) {
      case HANDED_OVER -> channel == Channel.HAND_OFF;
      case REFUSED -> true;
      case HELD -> heldReason.filter(HeldReason.FOR_GOOD::contains).isPresent();
      case QUEUED, SENDING, ACCEPTED, NEEDS_REVIEW, WITHDRAWN -> false;
    };
  }
}
