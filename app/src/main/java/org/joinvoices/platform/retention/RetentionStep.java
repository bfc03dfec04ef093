package org.joinvoices.platform.retention;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What one capability forgets of one kind. */
public interface RetentionStep {

  Forgotten kind();

  /**
   * How much is due, by action, nought included; changes nothing.
   *
   * @param now civic time
   */
  Map<UUID, Long> due(Instant now);

  /**
   * Erases what is due of one action, in batches, each in a transaction of its own. May be repeated
   * at any time, by several at once.
   *
   * @param now civic time
   * @return how much was erased by this call
   */
  long erase(UUID action, Instant now);
}
