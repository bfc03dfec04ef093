package org.joinvoices.platform.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the trail.
 *
 * @param number grows with each entry
 * @param at machine time
 * @param subject id of what it was done to; of what kind, {@link AuditAct} says
 */
public record AuditEntry(long number, Instant at, Actor actor, AuditAct act, UUID subject) {}
