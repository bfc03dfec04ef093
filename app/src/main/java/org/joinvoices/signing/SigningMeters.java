package org.joinvoices.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.platform.watch.HealthPart;
import org.joinvoices.platform.watch.Sampled;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be watched of signing; acts are counted where they are done. */
@Configuration(proxyBeanMethods = false)
class SigningMeters {

  private record Totals(long confirmed, long awaiting) {

    static Totals read(DataSource database) {
      return JdbcClient.create(database)
          .sql(
              """
              SELECT coalesce(sum(confirmed), 0) AS confirmed, coalesce(sum(awaiting), 0) AS awaiting
              FROM signature_count
              """)
          .query((row, _) -> new Totals(row.getLong("confirmed"), row.getLong("awaiting")))
          .single();
    }
  }

  @Bean
  MeterBinder countsThatDiffer(DataSource database) {
    var alarms = new Sampled<>(() -> CountAlarm.list(database));
    return registry ->
        Gauge.builder("joinvoices.count.alarms", alarms, a -> a.get(List::size))
            .description("Letters whose count differed from their signatures at the last look")
            .register(registry);
  }

  @Bean
  HealthPart countHealth(DataSource database) {
    return new HealthPart("counts", false, () -> CountAlarm.list(database).isEmpty());
  }

  @Bean
  MeterBinder signaturesAsCounted(DataSource database, Signing signing) {
    var totals = new Sampled<>(() -> Totals.read(database));
    return registry -> {
      Gauge.builder("joinvoices.signatures.confirmed", totals, t -> t.get(Totals::confirmed))
          .description("Confirmed signatures of all letters, as the pages count them")
          .register(registry);
      Gauge.builder("joinvoices.signatures.awaiting", totals, t -> t.get(Totals::awaiting))
          .description("Signatures that can still be confirmed")
          .register(registry);
      Gauge.builder("joinvoices.intake.waiting", signing, Signing::waiting)
          .description("Signatures waiting for their commit")
          .register(registry);
    };
  }
}
