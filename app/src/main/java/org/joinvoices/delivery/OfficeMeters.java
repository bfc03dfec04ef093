package org.joinvoices.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.joinvoices.platform.watch.HealthPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be watched of the gateways' office lists. Asks no gateway. */
@Configuration(proxyBeanMethods = false)
class OfficeMeters {

  private static final InstantSource MACHINE = InstantSource.system();

  @Bean
  MeterBinder officesKnown(DeliveryLanes lanes) {
    return registry ->
        lanes
            .gateways()
            .forEach(
                lane -> {
                  Gauge.builder("joinvoices.delivery.offices", lane, l -> l.offices().number())
                      .description("Offices on the list in use; 0 while nothing can be sent")
                      .tag("lane", lane.route().word())
                      .register(registry);
                  Gauge.builder("joinvoices.delivery.offices.age", lane, OfficeMeters::age)
                      .description("How long ago that list was read")
                      .baseUnit("seconds")
                      .tag("lane", lane.route().word())
                      .register(registry);
                });
  }

  /** No number before the first list. */
  private static double age(CwcLane lane) {
    return lane.offices()
        .readAt()
        .map(at -> (double) Duration.between(at, MACHINE.instant()).toSeconds())
        .orElse(Double.NaN);
  }

  @Bean
  HealthPart officeLists(DeliveryLanes lanes) {
    return new HealthPart(
        "offices",
        false,
        () -> lanes.gateways().stream().allMatch(lane -> lane.offices().alarm().isEmpty()));
  }
}
