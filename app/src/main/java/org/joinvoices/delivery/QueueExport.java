package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One message in the download of a queue; nothing of the person, and times to the hour only, so
 * that nobody is found by when they signed.
 *
 * @param code DeliveryId
 * @param plannedAt civic time, to the hour, as is the next
 * @param lastCode of the last attempt; empty text if there is none
 */
public record QueueExport(
    String code,
    String seat,
    String channel,
    String state,
    String reason,
    long attempts,
    String lastCode,
    Instant plannedAt,
    Optional<Instant> lastAttempt) {}
