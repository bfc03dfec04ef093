package org.joinvoices.delivery;

import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * An office for which a packet can be made.
 *
 * @param officeholder empty while nobody holds the seat; then its letters wait
 * @param letters that wait for the next packet
 */
public record PacketOffer(Seat seat, Optional<String> officeholder, long letters) {}
