package org.joinvoices.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.joinvoices.platform.watch.HealthPart;
import org.joinvoices.platform.watch.Sampled;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be watched of deliveries; attempts are counted where they are made. */
@Configuration(proxyBeanMethods = false)
class DeliveryMeters {

  private record Place(String lane, String state) {}

  private record Now(Map<Place, Long> numbers, DeliveryTally tally) {

    static Now read(DataSource database) {
      var numbers = new HashMap<Place, Long>();
      JdbcClient.create(database)
          .sql("SELECT lane, state, count(*) AS number FROM delivery GROUP BY lane, state")
          .query(
              row -> {
                numbers.put(
                    new Place(row.getString("lane"), row.getString("state")),
                    row.getLong("number"));
              });
      return new Now(numbers, DeliveryTally.read(database));
    }
  }

  @Bean
  MeterBinder deliveriesByState(DataSource database) {
    var sampled = new Sampled<>(() -> Now.read(database));
    return registry -> {
      for (Route lane : Route.values()) {
        for (DeliveryState state : DeliveryState.values()) {
          var place = new Place(lane.word(), state.word());
          Gauge.builder(
                  "joinvoices.deliveries",
                  sampled,
                  s -> s.get(now -> now.numbers().getOrDefault(place, 0L)))
              .description("Messages by lane and where they stand")
              .tags("lane", lane.word(), "state", state.word())
              .register(registry);
        }
        Gauge.builder(
                "joinvoices.delivery.lane.stopped",
                sampled,
                s -> s.get(now -> now.tally().stopped().containsKey(lane.word()) ? 1 : 0))
            .description("1 where nothing is sent until an operator says so")
            .tag("lane", lane.word())
            .register(registry);
      }
    };
  }

  @Bean
  HealthPart deliveryHealth(DataSource database) {
    return new HealthPart(
        "delivery", false, () -> DeliveryTally.read(database).stopped().isEmpty());
  }
}
