package org.joinvoices.delivery;

import java.time.Duration;

/**
 * What one attempt came to. Exhaustive on purpose: a new case must be handled wherever results are
 * read.
 */
public sealed interface DeliveryResult {

  /** Sorted from what the far side said; never its words, which can echo an e-mail address. */
  String code();

  /** The office's gateway took the message. That is all it means: nobody has read it yet. */
  record Accepted(String code) implements DeliveryResult {}

  /** The gateway said no to this message; the same one will never pass. */
  record Refused(String code) implements DeliveryResult {}

  /** Nothing was delivered, because this office takes no messages by the gateway now. */
  record OfficeOff(String code) implements DeliveryResult {}

  /** Nothing was delivered, and no message of ours will pass until an operator mends something. */
  record LaneStopped(String code) implements DeliveryResult {}

  /** Nothing was delivered; safe to try again after {@code retryAfter}, which may be zero. */
  record Unavailable(String code, Duration retryAfter) implements DeliveryResult {}

  /** The office may have it or not. Never resent by itself: a person decides. */
  record Uncertain(String code) implements DeliveryResult {}
}
