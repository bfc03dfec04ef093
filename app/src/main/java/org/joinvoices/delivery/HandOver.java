package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A hand-over on record.
 *
 * @param who handed it over; empty text once the letter's key is destroyed
 * @param where, and to whom; likewise
 * @param proofType media type of the proof, where there is one
 * @param recordedBy account; empty for the command line
 */
public record HandOver(
    UUID id,
    HandOverWhat what,
    Optional<UUID> packet,
    Optional<String> addressee,
    Instant handedAt,
    HandOverWay how,
    String who,
    String where,
    Optional<String> proofType,
    Instant recordedAt,
    Optional<UUID> recordedBy) {

  @Override
  public String toString() {
    return "HandOver[hidden]";
  }
}
