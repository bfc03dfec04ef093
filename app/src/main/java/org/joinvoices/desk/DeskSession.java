package org.joinvoices.desk;

import java.time.Instant;
import java.util.UUID;
import org.joinvoices.platform.principal.AccountId;

/**
 * One browser that is signed in.
 *
 * @param device in plain words
 * @param seenAt last request, to the minute
 */
record DeskSession(UUID id, AccountId account, String device, Instant beganAt, Instant seenAt) {}
