package org.joinvoices.platform.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When work begins that is done once a night. */
public final class Nights {

  /** In the quiet hours of most who sign. */
  private static final LocalTime BEGIN = LocalTime.of(3, 0);

  private Nights() {}

  /**
   * The beginning of the last night that has begun.
   *
   * @param now civic time
   */
  public static Instant last(Instant now) {
    ZonedDateTime here = now.atZone(CivicClock.CONGRESS);
    ZonedDateTime today = here.toLocalDate().atTime(BEGIN).atZone(CivicClock.CONGRESS);
    return (here.isBefore(today) ? today.minusDays(1) : today).toInstant();
  }
}
