package org.joinvoices.delivery.cwc;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is known of a gateway's offices, without asking it.
 *
 * @param number on the list in use; 0 while there is none, and then nothing is sent
 * @param readAt when that list was read, in machine time
 * @param alarm {@code offices_unreadable} or {@code offices_shrunk}; empty while all is well
 */
public record OfficeStanding(int number, Optional<Instant> readAt, Optional<String> alarm) {}
