package org.joinvoices.delivery.cwc;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.platform.clock.CivicClock;

/**
 * When the real gateways are closed for maintenance, in US Eastern time: the House from midnight to
 * six every day, the Senate on Sunday from midnight to six and on Wednesday from five to seven. The
 * House does not name its zone; Eastern is how other clients read it. Only the chambers' own hosts
 * keep these hours.
 */
public final class GatewayWindows {

  private static final LocalTime FIVE = LocalTime.of(5, 0);
  private static final LocalTime SIX = LocalTime.of(6, 0);
  private static final LocalTime SEVEN = LocalTime.of(7, 0);

  private GatewayWindows() {}

  /**
   * @param now machine time: gateways live in the present
   */
  public static boolean isClosed(Chamber chamber, URI gateway, Instant now) {
    ZonedDateTime there = now.atZone(CivicClock.CONGRESS);
    return gateway.getHost().endsWith("." + chamber.word() + ".gov")
        && isClosed(chamber, there.getDayOfWeek(), there.toLocalTime());
  }

  /**
   * When a message may be sent that is due now: now, or at the end of the window it is in.
   *
   * @param now machine time
   */
  public static Instant nextOpening(Chamber chamber, URI gateway, Instant now) {
    return isClosed(chamber, gateway, now) ? nextOpening(chamber, now) : now;
  }

  /** The same of a chamber's own host. No window follows upon another, so one step is enough. */
  public static Instant nextOpening(Chamber chamber, Instant now) {
    ZonedDateTime there = now.atZone(CivicClock.CONGRESS);
    if (!isClosed(chamber, there.getDayOfWeek(), there.toLocalTime())) {
      return now;
    }
    boolean wednesday = chamber == Chamber.SENATE && there.getDayOfWeek() == DayOfWeek.WEDNESDAY;
    // by the clock on the wall there: a night of the clock change is an hour shorter or longer
    return there
        .toLocalDate()
        .atTime(wednesday ? SEVEN : SIX)
        .atZone(CivicClock.CONGRESS)
        .toInstant();
  }

  private static boolean isClosed(Chamber chamber, DayOfWeek day, LocalTime time) {
    return switch (chamber) {
      case HOUSE -> time.isBefore(SIX);
      case SENATE ->
          (day == DayOfWeek.SUNDAY && time.isBefore(SIX))
              || (day == DayOfWeek.WEDNESDAY && !time.isBefore(FIVE) && time.isBefore(SEVEN));
    };
  }
}
