package org.joinvoices.cli;

import java.net.URI;
import java.time.Duration;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.platform.settings.OperatorSettings;
import org.joinvoices.platform.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Gateways, agent and mail server as commands beside the server need them. */
final class GatewaySettings {

  private static final Settings.Agent DEMO =
      new Settings.Agent(
          DemoProperties.AGENT,
          "ack@demo.example",
          "Demo Operator",
          "operator@demo.example",
          "202-555-0142");

  /** Where nobody is registered yet, so that all else of a message can be checked. */
  private static final Settings.Agent NOBODY_YET =
      new Settings.Agent(
          "Not registered yet",
          "agent@invalid.example",
          "Not registered yet",
          "agent@invalid.example",
          "202-555-0142");

  private GatewaySettings() {}

  /** The operator's, or the one inside a running demo. */
  static Settings.Gateway of(AnyHouseOption house, Chamber chamber) {
    return house
        .settings()
        .map(set -> of(set, chamber))
        .orElseGet(
            () ->
                new Settings.Gateway(
                    URI.create(house.baseUrl() + "/demo/gateway/" + chamber.word()),
                    "demo-" + chamber.word(),
                    Duration.ofSeconds(5),
                    1,
                    true));
  }

  /**
   * @throws Refusal if it has no key
   */
  static Settings.Gateway of(OperatorSettings set, Chamber chamber) {
    String name = chamber.word();
    String key =
        set.find(name + ".key")
            .orElseThrow(
                () -> new Refusal("The gateway of the " + name + " is off: set " + name + ".key."));
    return new Settings.Gateway(
        URI.create(set.get(name + ".url")),
        key,
        Duration.ofSeconds(Long.parseLong(set.get(name + ".timeout"))),
        Integer.parseInt(set.get(name + ".per-second")),
        chamber == Chamber.HOUSE && set.isOn("house.validate"));
  }

  static Settings.Agent agent(AnyHouseOption house) {
    return house.settings().map(GatewaySettings::agent).orElse(DEMO);
  }

  private static Settings.Agent agent(OperatorSettings set) {
    return set.find("agent.name").isEmpty()
        ? NOBODY_YET
        : new Settings.Agent(
            set.get("agent.name"),
            set.get("agent.ack-email"),
            set.get("agent.contact-name"),
            set.get("agent.contact-email"),
            set.get("agent.contact-phone"));
  }

  /**
   * @throws Refusal for a demo, whose catch-all mailbox only its own server knows
   */
  static Settings.Mail mail(AnyHouseOption house) {
    OperatorSettings set =
        house
            .settings()
            .orElseThrow(() -> new Refusal("A demo sends no mails; name a house by --config."));
    return new Settings.Mail(
        set.get("mail.host"),
        Integer.parseInt(set.get("mail.port")),
        set.get("mail.from"),
        set.find("mail.user").orElse(null),
        set.find("mail.password").orElse(null),
        set.isOn("mail.tls"),
        dkim(set),
        Integer.parseInt(set.get("mail.per-second")),
        Integer.parseInt(set.get("mail.per-second-per-provider")),
        null);
  }

  private static Settings.@Nullable Dkim dkim(OperatorSettings set) {
    return set.find("mail.dkim-selector")
        .map(selector -> new Settings.Dkim(selector, set.path("mail.dkim-key-file")))
        .orElse(null);
  }
}
