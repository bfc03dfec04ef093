package org.joinvoices.cli;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The server: web and workers in one process, assembled from every capability's configuration. */
@SpringBootApplication(scanBasePackages = "org.joinvoices")
class ServerApplication {

  /** Starts it; closing what is returned stops it. */
  static ConfigurableApplicationContext start(Map<String, Object> properties, String... profiles) {
    var application = new SpringApplication(ServerApplication.class);
    application.setAdditionalProfiles(profiles);
    // One hook of ours instead of two that race: the server ends before its database.
    application.setRegisterShutdownHook(false);
    // Logging is set up before any initializer.
    application.setDefaultProperties(logging(properties));
    // Before the environment, whose variables are ours to read: a stray one must not change what
    // was checked.
    application.addInitializers(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("house", properties)));
    return application.run();
  }

  private static Map<String, Object> logging(Map<String, Object> properties) {
    var logging = new HashMap<>(properties);
    logging.keySet().removeIf(key -> !key.startsWith("logging."));
    return logging;
  }
}
