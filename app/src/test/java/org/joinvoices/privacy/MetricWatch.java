package org.joinvoices.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads name and labels of every meter, of every house that is started without being asked
 * (META-INF/spring.factories).
 */
public final class MetricWatch
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext house) {
    house
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof MeterRegistry registry) {
                  watch(registry);
                }
                return bean;
              }
            });
  }

  static void watch(MeterRegistry registry) {
    registry.config().onMeterAdded(meter -> look(meter.getId().toString()));
  }

  private static void look(String meter) {
    PrivateWords.findInLog(meter).ifPresent(word -> Leaks.note("a metric", word));
  }
}
