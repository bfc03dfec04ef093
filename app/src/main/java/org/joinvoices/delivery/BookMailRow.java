package org.joinvoices.delivery;

import java.time.Instant;
import java.util.UUID;
import org.joinvoices.action.ActionId;

/**
 * One book on its way to one addressee, claimed by one worker.
 *
 * @param lease until when it is this worker's alone, machine time
 * @param attempts there were before
 */
record BookMailRow(
    ActionId action, BookPart part, String addressee, UUID mail, Instant lease, int attempts) {}
