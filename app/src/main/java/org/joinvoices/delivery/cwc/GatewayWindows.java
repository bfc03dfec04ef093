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

  private static boolean isClosed(Chamber chamber, DayOfWeek day, LocalTime time) {
    return switch (chamber) {
      case HOUSE -> time.isBefore(SIX);
      case SENATE ->
          (day == DayOfWeek.SUNDAY && time.isBefore(SIX))
              || (day == DayOfWeek.WEDNESDAY && !time.isBefore(FIVE) && time.isBefore(SEVEN));
    };
  }
}
