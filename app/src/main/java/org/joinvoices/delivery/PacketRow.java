package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SignatureKey;

/**
 * One letter of a packet, or one that may come into the next.
 *
 * @param code fixed before the first try, as of every delivery
 * @param place its number in the packet; 0 while it is in none
 * @param imprint of the letter as it stood when the packet was made
 */
record PacketRow(
    UUID id, SignatureKey signature, Seat seat, String code, int place, Optional<Bytes> imprint) {}
