package org.joinvoices.desk.delivery;

import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.delivery.HandOverAnswer;
import org.joinvoices.delivery.HandOverDraft;
import org.joinvoices.delivery.HandOverFault;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.delivery.Packets;
import org.joinvoices.platform.audit.Actor;

/** Records what was handed over: a packet and its proof together, or neither. */
final class HandOverDesk {

  /** Takes a packet's transaction back. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HandOverFault fault;

    Refused(HandOverFault fault) {
      super(fault.name());
      this.fault = fault;
    }
  }

  private final HandOvers handOvers;
  private final Packets packets;

  HandOverDesk(HandOvers handOvers, Packets packets) {
    this.handOvers = handOvers;
    this.packets = packets;
  }

  /**
   * @return why it was not recorded; empty once it is
   */
  Optional<HandOverFault> record(
      Actor by, Action action, HandOverSubject subject, HandOverForm.Filled filled) {
    HandOverDraft draft = subject.draft(action, filled);
    return switch (subject) {
      case HandOverSubject.OfPacket(var packet) -> recordPacket(by, action, packet, draft, filled);
      case HandOverSubject.OfBook _ -> fault(handOvers.record(draft, filled.proof(), by));
    };
  }

  private Optional<HandOverFault> recordPacket(
      Actor by,
      Action action,
      java.util.UUID packet,
      HandOverDraft draft,
      HandOverForm.Filled filled) {
    try {
      boolean settled =
          packets.handOver(
              by,
              action.id(),
              packet,
              filled.at(),
              () ->
                  fault(handOvers.record(draft, filled.proof(), by))
                      .ifPresent(
                          fault -> {
                            throw new Refused(fault);
                          }));
      return settled ? Optional.empty() : Optional.of(HandOverFault.PACKET_UNKNOWN);
    } catch (Refused refused) {
      return Optional.of(refused.fault);
    }
  }

  private static Optional<HandOverFault> fault(HandOverAnswer answer) {
    return switch (answer) {
      case HandOverAnswer.Recorded _ -> Optional.empty();
      case HandOverAnswer.Refused(var fault) -> Optional.of(fault);
    };
  }
}
