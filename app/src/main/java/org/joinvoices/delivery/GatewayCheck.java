package org.joinvoices.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.cwc.GatewayWindows;
import org.joinvoices.platform.settings.Settings;

/** Asks a chamber's gateway for its list of offices, which needs no key and sends nothing. */
public sealed interface GatewayCheck {

  /** It answers. */
  record Lists(int offices) implements GatewayCheck {}

  /** Not asked, because it is closed for maintenance. */
  record Closed(Instant until) implements GatewayCheck {}

  /** Nothing is sent while it is so. {@code why} holds no URL. */
  record Silent(String why) implements GatewayCheck {}

  Duration LONGEST = Duration.ofSeconds(10);

  /**
   * @param now machine time
   */
  static GatewayCheck of(Chamber chamber, Settings.Gateway gateway, Instant now) {
    if (GatewayWindows.isClosed(chamber, gateway.url(), now)) {
      return new Closed(GatewayWindows.nextOpening(chamber, gateway.url(), now));
    }
    Duration patience = gateway.timeout().compareTo(LONGEST) < 0 ? gateway.timeout() : LONGEST;
    try {
      var client = new CwcClient(chamber, gateway.url(), gateway.key(), patience, false);
      return new Lists(client.offices().size());
    } catch (IOException e) {
      return new Silent(e.getMessage() == null ? "no answer" : e.getMessage());
    }
  }
}
