package org.joinvoices.signing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where many sign from one place, such as a church: forms that come with the code do not count
 * towards what is usual of one network.
 *
 * @param code as in a link, {@code XXXX-XXXX}
 * @param from civic instant from which it holds
 * @param until civic instant from which it holds no more
 * @param most signatures it holds for
 * @param used how many it was used for
 * @param endedAt when an organizer ended it before its time
 */
public record EventCode(
    String code, Instant from, Instant until, int most, int used, Optional<Instant> endedAt) {

  /** How it stands with a code. */
  public enum Standing {
    EARLY,
    OPEN,
    FULL,
    OVER,
    ENDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param now civic time
   */
  public Standing standing(Instant now) {
    if (endedAt.isPresent()) {
      return Standing.ENDED;
    }
    if (!now.isBefore(until)) {
      return Standing.OVER;
    }
    if (used >= most) {
      return Standing.FULL;
    }
    return now.isBefore(from) ? Standing.EARLY : Standing.OPEN;
  }
}
