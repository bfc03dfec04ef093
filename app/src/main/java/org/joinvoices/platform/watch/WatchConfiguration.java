package org.joinvoices.platform.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.platform.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Wires health and metrics where an operator wants them; a house without does nothing of this. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("joinvoices.management.port")
@EnableConfigurationProperties(ManagementSettings.class)
class WatchConfiguration {

  /** Less, and PostgreSQL stops soon. */
  private static final long LEAST_DISK_BYTES = 1L << 30;

  private static final String REQUESTS = "http.server.requests";

  /** Around what we aim at: pages at once, signatures in less than 40 ms. */
  private static final double[] REQUEST_NANOS =
      DoubleStream.of(5, 20, 40, 100, 500, 2_000, 10_000)
          .map(millis -> millis * Duration.ofMillis(1).toNanos())
          .toArray();

  @Bean
  PrometheusMeterRegistry meters() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(requestSteps());
    return registry;
  }

  private static MeterFilter requestSteps() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(REQUEST_NANOS)
                .build()
                .merge(config)
            : config;
      }
    };
  }

  /** Listens to the collector until it is closed. */
  @Bean
  JvmGcMetrics garbage() {
    return new JvmGcMetrics();
  }

  @Bean
  MeterBinder process() {
    return registry ->
        Stream.of(
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics())
            .forEach(binder -> binder.bindTo(registry));
  }

  /**
   * All that binders have, Spring Boot's own for the pool of connections among them; and, for as
   * long as we are up, what the code counts by Micrometer's global registry.
   */
  @Bean
  AutoCloseable allMeters(PrometheusMeterRegistry meters, List<MeterBinder> binders) {
    binders.forEach(binder -> binder.bindTo(meters));
    Metrics.addRegistry(meters);
    return () -> Metrics.removeRegistry(meters);
  }

  /** By route as it is declared, because paths carry tokens; what matches none is one route. */
  @Bean
  FilterRegistrationBean<ServerHttpObservationFilter> requestMeters(
      PrometheusMeterRegistry meters) {
    var observations = ObservationRegistry.create();
    observations
        .observationConfig()
        .observationHandler(
            new DefaultMeterObservationHandler(
                meters, DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER));
    var bean = new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return bean;
  }

  @Bean
  HealthPart databaseHealth(DataSource dataSource) {
    var jdbc = JdbcClient.create(dataSource);
    return new HealthPart(
        "database", true, () -> jdbc.sql("SELECT true").query(Boolean.class).single());
  }

  @Bean
  HealthPart diskHealth(Settings settings) {
    return new HealthPart(
        "disk", false, () -> settings.home().toFile().getUsableSpace() >= LEAST_DISK_BYTES);
  }

  @Bean
  ManagementServer managementServer(
      ManagementSettings settings, List<HealthPart> parts, PrometheusMeterRegistry meters) {
    return new ManagementServer(settings, parts, meters::scrape);
  }
}
