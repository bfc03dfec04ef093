package org.joinvoices.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One post and what it came to, as the ledger keeps it.
 *
 * @param startedAt civic time
 * @param result word of the ledger
 */
record Attempt(Instant startedAt, Duration took, String result, String code) {

  static Attempt of(Instant startedAt, Duration took, DeliveryResult result) {
    return new Attempt(startedAt, took, word(result), result.code());
  }

  /** Nothing was delivered while a lane or an office is off, which the ledger calls unavailable. */
  private static String word(DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.Accepted _ -> "accepted";
      case DeliveryResult.Refused _ -> "refused";
      case DeliveryResult.OfficeOff _, DeliveryResult.LaneStopped _, DeliveryResult.Unavailable _ ->
          "unavailable";
      case DeliveryResult.Uncertain _ -> "uncertain";
    };
  }
}
