package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;

/**
 * A hand-over as somebody tells it.
 *
 * @param packet for {@link HandOverWhat#PACKET} alone
 * @param addressee id of one, for a book or its supplement
 * @param handedAt civic instant
 * @param who handed it over
 * @param where, and to whom
 */
public record HandOverDraft(
    ActionId action,
    HandOverWhat what,
    Optional<UUID> packet,
    Optional<String> addressee,
    Instant handedAt,
    HandOverWay how,
    String who,
    String where) {

  /** A packet that was handed over. */
  public static HandOverDraft packet(
      ActionId action, UUID packet, Instant handedAt, HandOverWay how, String who, String where) {
    return new HandOverDraft(
        action,
        HandOverWhat.PACKET,
        Optional.of(packet),
        Optional.empty(),
        handedAt,
        how,
        who,
        where);
  }

  /** A book or a supplement that was handed over. */
  public static HandOverDraft book(
      ActionId action,
      BookPart part,
      String addressee,
      Instant handedAt,
      HandOverWay how,
      String who,
      String where) {
    return new HandOverDraft(
        action,
        HandOverWhat.of(part),
        Optional.empty(),
        Optional.of(addressee),
        handedAt,
        how,
        who,
        where);
  }

  @Override
  public String toString() {
    return "HandOverDraft[hidden]";
  }
}
