package org.joinvoices.districts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file to match.
 *
 * @param out must not be there; grows as {@code out.part}, and an interrupted run goes on where
 *     that ends
 * @param on the civic date in Washington
 * @param geocoder asked about the streets of ambiguous ZIP codes
 * @param geocoderName which one that is, so that a run goes on only with the same
 */
public record BulkTask(
    Path in, Path out, LocalDate on, Optional<BatchGeocoder> geocoder, String geocoderName) {}
