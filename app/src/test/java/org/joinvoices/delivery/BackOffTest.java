package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @Test
  void waitsLongerEachTimeAndAtLeastAsLongAsAsked() {
    assertThat(BackOff.after(1, Duration.ZERO))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    assertThat(BackOff.after(4, Duration.ZERO))
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
    assertThat(BackOff.after(1, Duration.ofMinutes(10))).isGreaterThan(Duration.ofMinutes(10));
    assertThat(BackOff.after(21, Duration.ZERO))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(90));
  }

  @Test
  void holdsTheMessageAfterTheLastTry() {
    var away = new DeliveryResult.Unavailable("503", Duration.ZERO);

    assertThat(Outcome.of(away, 21).state()).isEqualTo(DeliveryState.QUEUED);
    assertThat(Outcome.of(away, 22)).isEqualTo(Outcome.held(HeldReason.RETRIES_EXHAUSTED));
  }

  @ParameterizedTest
  @CsvSource({
    "HOUSE, https://cwc.house.gov, 2026-11-24T08:00:00Z, true",
    "HOUSE, https://cwc.house.gov, 2026-11-24T11:00:00Z, false",
    "HOUSE, https://uat-cwc.house.gov, 2026-11-24T05:00:00Z, true",
    "SENATE, https://soapbox.senate.gov, 2026-11-24T08:00:00Z, false",
    "SENATE, https://soapbox.senate.gov, 2026-11-22T08:00:00Z, true",
    "SENATE, https://soapbox.senate.gov, 2026-11-25T11:00:00Z, true",
    "SENATE, https://soapbox.senate.gov, 2026-11-25T12:00:00Z, false",
    "HOUSE, http://127.0.0.1:8080/demo/gateway/house, 2026-11-24T08:00:00Z, false"
  })
  void keepsTheHoursOfTheRealGateways(Chamber chamber, URI gateway, Instant now, boolean closed) {
    assertThat(GatewayWindows.isClosed(chamber, gateway, now)).isEqualTo(closed);
  }
}
