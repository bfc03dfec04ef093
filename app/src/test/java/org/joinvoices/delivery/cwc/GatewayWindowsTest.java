package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.joinvoices.delivery.Chamber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock on the wall in Washington decides, in winter, in summer, and in the nights between. */
class GatewayWindowsTest {

  /** Instants in UTC; Washington is at -05:00 in winter and at -04:00 in summer. */
  @ParameterizedTest
  @CsvSource({
    // the House, in winter and in summer
    "HOUSE, 2026-01-14T04:59:59Z, 2026-01-14T04:59:59Z",
    "HOUSE, 2026-01-14T05:00:00Z, 2026-01-14T11:00:00Z",
    "HOUSE, 2026-01-14T10:59:59Z, 2026-01-14T11:00:00Z",
    "HOUSE, 2026-01-14T11:00:00Z, 2026-01-14T11:00:00Z",
    "HOUSE, 2026-07-15T04:00:00Z, 2026-07-15T10:00:00Z",
    "HOUSE, 2026-07-15T03:59:59Z, 2026-07-15T03:59:59Z",
    // the night of 8 March 2026 lasts five hours until six, that of 1 November seven
    "HOUSE, 2026-03-08T05:00:00Z, 2026-03-08T10:00:00Z",
    "HOUSE, 2026-03-08T09:59:59Z, 2026-03-08T10:00:00Z",
    "HOUSE, 2026-11-01T04:00:00Z, 2026-11-01T11:00:00Z",
    "HOUSE, 2026-11-01T10:30:00Z, 2026-11-01T11:00:00Z",
    // the Senate on Sundays, those nights too
    "SENATE, 2026-01-18T05:00:00Z, 2026-01-18T11:00:00Z",
    "SENATE, 2026-03-08T05:00:00Z, 2026-03-08T10:00:00Z",
    "SENATE, 2026-11-01T04:00:00Z, 2026-11-01T11:00:00Z",
    // and on Wednesdays from five to seven
    "SENATE, 2026-01-14T09:59:59Z, 2026-01-14T09:59:59Z",
    "SENATE, 2026-01-14T10:00:00Z, 2026-01-14T12:00:00Z",
    "SENATE, 2026-07-15T10:59:59Z, 2026-07-15T11:00:00Z",
    "SENATE, 2026-07-15T11:00:00Z, 2026-07-15T11:00:00Z",
    // on other days never
    "SENATE, 2026-01-15T06:00:00Z, 2026-01-15T06:00:00Z",
    "SENATE, 2026-01-15T10:30:00Z, 2026-01-15T10:30:00Z"
  })
  void opensAtTheEndOfTheWindow(Chamber chamber, Instant now, Instant opens) {
    assertThat(GatewayWindows.nextOpening(chamber, now)).isEqualTo(opens);
  }

  @Test
  void onlyTheChambersOwnHostsKeepThem() {
    var night = Instant.parse("2026-01-14T06:00:00Z");
    var test = URI.create("https://uat.example");
    var own = URI.create("https://uat-cwc.house.gov");

    assertThat(GatewayWindows.nextOpening(Chamber.HOUSE, test, night)).isEqualTo(night);
    assertThat(GatewayWindows.nextOpening(Chamber.HOUSE, own, night)).isAfter(night);
  }
}
