package org.joinvoices.authors;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That the authors of a letter asked for a pause. It pauses nothing by itself: an owner decides.
 *
 * @param reason in their words; empty text once the letter's key is destroyed, as is the answer
 * @param askedAt civic time, as is {@code endedAt}
 * @param endedAt when it was answered or taken back; empty while it waits
 * @param answer what an owner said to it; empty where the authors took it back
 */
public record PauseRequest(
    UUID id, String reason, Instant askedAt, Optional<Instant> endedAt, Optional<String> answer) {

  public boolean isWaiting() {
    return endedAt.isEmpty();
  }

  @Override
  public String toString() {
    return "PauseRequest[" + id + ", words hidden]";
  }
}
