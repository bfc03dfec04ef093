package org.joinvoices.delivery;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.SignatureKey;

/**
 * A row one worker has for itself until its lease ends.
 *
 * @param code DeliveryId
 * @param attempts made before this one
 * @param imprint of the message as posted before, if it was
 * @param lease also tells this claim from any later one
 */
record ClaimedDelivery(
    UUID id,
    SignatureKey signature,
    Seat seat,
    String code,
    int attempts,
    Optional<Bytes> imprint,
    Instant lease) {}
