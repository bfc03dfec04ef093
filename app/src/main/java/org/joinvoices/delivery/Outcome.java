package org.joinvoices.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a row.
 *
 * @param pause until it may be looked at again, in machine time
 */
record Outcome(DeliveryState state, Optional<String> heldReason, Duration pause) {

  /** Half a day after which an office that was off is worth another look. */
  private static final Duration OFFICE_REST = Duration.ofHours(12);

  static Outcome settled(DeliveryState state) {
    return new Outcome(state, Optional.empty(), Duration.ZERO);
  }

  static Outcome held(String reason) {
    return new Outcome(DeliveryState.HELD, Optional.of(reason), Duration.ZERO);
  }

  static Outcome officeOff() {
    return new Outcome(DeliveryState.HELD, Optional.of(HeldReason.OFFICE_OFF), OFFICE_REST);
  }

  static Outcome queued(Duration pause) {
    return new Outcome(DeliveryState.QUEUED, Optional.empty(), pause);
  }

  /**
   * @param attempts made, the one with this result included
   */
  static Outcome of(DeliveryResult result, int attempts) {
    return switch (result) {
      case DeliveryResult.Accepted _ -> settled(DeliveryState.ACCEPTED);
      case DeliveryResult.Refused _ -> settled(DeliveryState.REFUSED);
      case DeliveryResult.OfficeOff _ -> officeOff();
      case DeliveryResult.LaneStopped _ -> queued(Duration.ZERO);
      case DeliveryResult.Unavailable(_, var asked) ->
          BackOff.isExhausted(attempts)
              ? held(HeldReason.RETRIES_EXHAUSTED)
              : queued(BackOff.after(attempts, asked));
      case DeliveryResult.Uncertain _ -> settled(DeliveryState.NEEDS_REVIEW);
    };
  }
}
