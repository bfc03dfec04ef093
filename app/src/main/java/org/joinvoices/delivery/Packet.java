package org.joinvoices.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;
import org.joinvoices.districts.Seat;

/**
 * Letters on paper for one office.
 *
 * @param number of the packet at this office, from 1
 * @param letters as made
 * @param takenOut numbers of the letters that are not to be handed over any more, rising; empty
 *     where the packet is void
 * @param madeAt civic time
 * @param settledAt civic time of the hand-over, or of when it was made void
 */
public record Packet(
    ActionId action,
    UUID id,
    Seat seat,
    int number,
    PacketState state,
    int letters,
    List<Integer> takenOut,
    Instant madeAt,
    Optional<Instant> settledAt) {

  public Packet {
    takenOut = List.copyOf(takenOut);
  }

  /** As commands and the print call it, for example {@code OH-11/3}. */
  public String name() {
    return seat.value() + "/" + number;
  }
}
