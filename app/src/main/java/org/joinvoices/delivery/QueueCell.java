package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * How many messages to one office stand the same.
 *
 * @param officeholder display name of whoever holds the seat now, empty while it is vacant
 * @param reason why they are held, where they are
 * @param oldest civic instant at which the first of them was planned
 */
public record QueueCell(
    Seat seat,
    Optional<String> officeholder,
    Route route,
    DeliveryState state,
    Optional<String> reason,
    long messages,
    Instant oldest) {}
