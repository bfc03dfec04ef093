package org.joinvoices.districts;

import java.time.Instant;

/**
 * An imported release of a house.
 *
 * @param bytes its size, packed
 * @param importedAt machine time
 */
public record StoredRelease(String name, long bytes, Instant importedAt, boolean active) {}
