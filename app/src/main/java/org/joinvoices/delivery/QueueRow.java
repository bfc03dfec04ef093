package org.joinvoices.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.districts.Seat;

/**
 * One message as organizers see it: never whose it is.
 *
 * @param code DeliveryId, by which the office knows it
 * @param plannedAt civic time
 * @param attempts the last ones, at most {@link Queue#MOST_ATTEMPTS}
 * @param attemptsMade all of them
 */
public record QueueRow(
    UUID id,
    String code,
    Seat seat,
    Route route,
    DeliveryState state,
    Optional<String> reason,
    Instant plannedAt,
    int attemptsMade,
    List<Attempt> attempts) {

  /**
   * @param at civic time
   * @param result word of the ledger
   * @param code of the far side or ours; empty text if there is none
   */
  public record Attempt(Instant at, String result, String code) {}

  public QueueRow {
    attempts = List.copyOf(attempts);
  }
}
