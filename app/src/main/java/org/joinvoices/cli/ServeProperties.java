package org.joinvoices.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.settings.OperatorSettings;

/** What an operator set, in the server's own terms. */
final class ServeProperties {

  /** Keys that mean the same to the server, which calls them {@code joinvoices.KEY}. */
  private static final List<String> SAME =
      List.of(
          "base-url",
          "embed.hosts",
          "management.address",
          "management.port",
          "mail.host",
          "mail.port",
          "mail.from",
          "mail.user",
          "mail.password",
          "mail.tls",
          "mail.per-second",
          "mail.per-second-per-provider",
          "mail.bounces.address",
          "mail.bounces.mailbox",
          "mail.bounces.user",
          "mail.bounces.password",
          "house.url",
          "house.key",
          "house.per-second",
          "house.validate",
          "senate.url",
          "senate.key",
          "senate.per-second",
          "delivery.per-office-per-minute",
          "delivery.hours",
          "limits.per-network-per-hour",
          "limits.per-domain-per-minute",
          "agent.name",
          "agent.ack-email",
          "agent.contact-name",
          "agent.contact-email",
          "agent.contact-phone");

  private ServeProperties() {}

  static Map<String, Object> of(OperatorSettings settings, Login database) {
    var all = new HashMap<String, Object>();
    all.put("server.address", settings.get("listen.address"));
    all.put("server.port", settings.get("listen.port"));
    all.put("server.forward-headers-strategy", "native");
    all.put("server.tomcat.remoteip.internal-proxies", settings.get("listen.proxies"));
    all.put("spring.datasource.url", database.url());
    all.put("spring.datasource.username", database.user());
    all.put("spring.datasource.password", database.password());
    all.put("joinvoices.home", settings.path("home").toString());
    all.put("joinvoices.master-key-file", settings.path("master-key-file").toString());
    all.put("joinvoices.key-store", settings.path("key-store").toString());
    SAME.forEach(key -> settings.find(key).ifPresent(value -> all.put("joinvoices." + key, value)));
    settings
        .find("mail.dkim-selector")
        .ifPresent(
            selector -> {
              all.put("joinvoices.mail.dkim.selector", selector);
              all.put(
                  "joinvoices.mail.dkim.key-file", settings.path("mail.dkim-key-file").toString());
            });
    for (String file : List.of("mailboxes.rules-file", "mailboxes.throwaway-file")) {
      if (settings.find(file).isPresent()) {
        all.put("joinvoices." + file, settings.path(file).toString());
      }
    }
    all.putAll(logs(settings.get("log.format")));
    for (String chamber : List.of("house", "senate")) {
      all.put("joinvoices." + chamber + ".timeout", settings.get(chamber + ".timeout") + "s");
    }
    for (String side : List.of("before", "after")) {
      String key = "new-congress.quiet-" + side;
      all.put("joinvoices." + key, settings.get(key) + "d");
    }
    if (!settings.get("geocoder.kind").equals("off")) {
      all.put("joinvoices.geocoder.kind", settings.get("geocoder.kind"));
      settings.find("geocoder.url").ifPresent(url -> all.put("joinvoices.geocoder.url", url));
      all.put("joinvoices.geocoder.timeout", geocoderTimeout(settings).toString());
    }
    return all;
  }

  static Duration geocoderTimeout(OperatorSettings settings) {
    return Duration.parse("PT" + settings.get("geocoder.timeout") + "S");
  }

  /** What an exception says stays out: it may quote what people typed. */
  private static Map<String, String> logs(String format) {
    return format.equals("json")
        ? Map.of(
            "logging.config", "classpath:org/joinvoices/cli/logback-json.xml",
            "logging.structured.format.console", "ecs",
            "logging.structured.ecs.service.name", "joinvoices",
            "logging.structured.json.exclude", "error.message,error.stack_trace")
        : Map.of();
  }
}
