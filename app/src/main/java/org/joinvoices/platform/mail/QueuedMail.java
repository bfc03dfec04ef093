package org.joinvoices.platform.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A claimed row of table {@code mail}.
 *
 * @param attempts that failed before
 * @param turnFrom who gave it this moment; see {@link Providers#id}
 */
record QueuedMail(
    UUID id, String kind, UUID scope, UUID subject, int attempts, Optional<UUID> turnFrom) {

  /** Whether nobody has looked at it before. */
  boolean isFresh() {
    return attempts == 0 && turnFrom.isEmpty();
  }
}
