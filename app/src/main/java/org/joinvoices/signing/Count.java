package org.joinvoices.signing;

import java.time.Instant;

/**
 * How many have joined, as last counted.
 *
 * @param confirmed counted signatures
 * @param onPaper of these, on the word of a witness to a sheet of paper
 * @param awaiting signed, waiting for their mail to be answered
 * @param underReview confirmed by their signers, waiting for a person of the organization to look
 * @param asOf civic instant of the counting, at most five seconds ago while the server runs and
 *     counts are not frozen
 */
public record Count(long confirmed, long onPaper, long awaiting, long underReview, Instant asOf) {}
