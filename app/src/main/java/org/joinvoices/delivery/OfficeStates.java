package org.joinvoices.delivery;

import java.util.Map;
import java.util.Optional;
import org.joinvoices.districts.Seat;

/**
 * How many messages of one action stand where, for one seat. For organizers only: numbers this
 * small are not for the public (design decision D17).
 *
 * @param officeholder display name of whoever holds the seat now, empty while it is vacant
 * @param counts states that occur, in their order
 */
public record OfficeStates(
    Seat seat, Optional<String> officeholder, Map<DeliveryState, Long> counts) {}
