package org.joinvoices.delivery;

import java.time.Instant;
import java.util.UUID;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SignatureKey;

/**
 * A row one worker has for itself until its lease ends.
 *
 * @param code DeliveryId
 * @param attempts made before this one
 * @param lease also tells this claim from any later one
 */
record ClaimedDelivery(
    UUID id, SignatureKey signature, Seat seat, String code, int attempts, Instant lease) {}
