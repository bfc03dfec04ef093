package org.joinvoices.delivery.packet;

import java.util.List;

/**
 * The office a packet is for.
 *
 * @param addressed how its holder is addressed; while nobody holds the seat, the office itself
 * @param seat in words, such as U.S. Representative for Ohio, district 11
 * @param address the lines of its address in Washington
 */
public record PacketOffice(String addressed, String seat, List<String> address) {

  public PacketOffice {
    address = List.copyOf(address);
  }
}
