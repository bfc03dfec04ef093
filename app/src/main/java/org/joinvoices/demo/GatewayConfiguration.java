package org.joinvoices.demo;

import java.time.Duration;
import java.util.Map;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The fake gateway of a demo; its files lie below the demo's home. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class GatewayConfiguration {

  private static final Duration LONGER = Duration.ofSeconds(2);

  @Bean
  GatewayBehaviour gatewayBehaviour() {
    return new GatewayBehaviour();
  }

  @Bean
  GatewayStore gatewayStore(Settings settings) {
    return new GatewayStore(settings.home().resolve("demo/gateway"));
  }

  @Bean
  FakeGateway fakeGateway(
      Settings settings, GatewayStore store, GatewayBehaviour behaviour, CivicClock clock) {
    var keys =
        Map.of(Chamber.HOUSE, settings.house().key(), Chamber.SENATE, settings.senate().key());
    var registration = new FakeGateway.Registration(keys, settings.agent().name());
    return new FakeGateway(registration, store, behaviour, clock);
  }

  @Bean
  GatewaySilence gatewaySilence(Settings settings) {
    Duration house = settings.house().timeout();
    Duration senate = settings.senate().timeout();
    return new GatewaySilence((house.compareTo(senate) > 0 ? house : senate).plus(LONGER));
  }
}
