package org.joinvoices.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stands around every test class without being asked (META-INF/services) and fails the class after
 * which a log line, an exception or a metric is known that tells of people.
 */
public final class SuiteWatch implements BeforeAllCallback, AfterAllCallback {

  /** One for all, from the first class on. */
  private static final class Run {

    static final ExceptionWatch EXCEPTIONS = begin();

    private static ExceptionWatch begin() {
      MetricWatch.watch(Metrics.globalRegistry);
      return new ExceptionWatch();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    assertThat(Run.EXCEPTIONS).isNotNull();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    Run.EXCEPTIONS.look();
    assertThat(Leaks.take()).as("what tells of people, by this class or one before").isEmpty();
  }
}
