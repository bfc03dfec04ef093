package org.joinvoices.delivery;

import java.util.List;
import java.util.OptionalInt;

/**
 * What would make the rest of a letter's messages leave before its deadline.
 *
 * @param letters to be printed as packets, in all
 * @param packets of which offices, the largest first
 * @param perSecond or the pace that their lane would need; empty if none would do, because one
 *     office alone cannot take all in time, or the lane stays closed
 */
public record PacketProposal(long letters, List<OfficeLetters> packets, OptionalInt perSecond) {
  public PacketProposal {
    packets = List.copyOf(packets);
  }
}
