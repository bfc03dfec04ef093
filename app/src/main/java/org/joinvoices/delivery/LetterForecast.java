package org.joinvoices.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.joinvoices.action.ActionId;

/**
 * When the messages of one letter that wait on one lane will have left.
 *
 * @param letter slug
 * @param perSecond of the lane, while it is open
 * @param measured whether that is what gateways took in the last hour; else what is allowed
 * @param end civic instant; empty where it cannot be told
 * @param deadline civic instant
 * @param reason why it cannot be told: {@code no_channel}, {@code gateway_stopped}, {@code paused},
 *     or {@code closed} where the lane does not open for more than a year
 * @param proposal where it will be late and something can still be done
 */
public record LetterForecast(
    ActionId action,
    String letter,
    Route lane,
    long waiting,
    double perSecond,
    boolean measured,
    Optional<Instant> end,
    Instant deadline,
    Verdict verdict,
    Optional<String> reason,
    Optional<PacketProposal> proposal) {

  /** Whether the last message leaves before the deadline. */
  public enum Verdict {
    IN_TIME,
    LATE,
    UNKNOWN;

    /** As in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
