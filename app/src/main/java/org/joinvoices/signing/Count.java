package org.joinvoices.signing;

import java.time.Instant;

/**
 * How many have joined, as last counted.
 *
 * @param confirmed counted signatures
 * @param onPaper of these, on the word of a witness to a sheet of paper
 * @param awaiting signed, waiting for their mail to be answered
 * @param asOf civic instant of the counting, at most five seconds ago while the server runs
 */
public record Count(long confirmed, long onPaper, long awaiting, Instant asOf) {}
