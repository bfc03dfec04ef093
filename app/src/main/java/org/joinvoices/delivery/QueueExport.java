package org.joinvoices.delivery;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One message in the download of a queue; nothing of the person, and neither office nor week where
 * fewer than ten would share them, so that nobody is found by where they live and when they signed.
 *
 * @param code DeliveryId
 * @param seat {@code other} for offices that too few have written to
 * @param plannedWeek its Monday in Washington, as is the next
 * @param lastCode of the last attempt; empty text if there is none
 */
public record QueueExport(
    String code,
    String seat,
    String channel,
    String state,
    String reason,
    long attempts,
    String lastCode,
    Optional<LocalDate> plannedWeek,
    Optional<LocalDate> lastWeek) {

  /** In place of a seat. */
  public static final String OTHER = "other";
}
