package org.joinvoices.delivery;

import java.util.Optional;

/**
 * What making a packet came to.
 *
 * @param packet empty where no letter was left to print
 * @param withdrawn how many turned out to be wanted no longer
 * @param held how many wait now: nobody holds the seat, or House districts have new lines
 */
public record PacketMaking(Optional<Packet> packet, int withdrawn, int held) {

  /** Whether there was nothing to look at. */
  public boolean isOver() {
    return packet.isEmpty() && withdrawn == 0 && held == 0;
  }
}
