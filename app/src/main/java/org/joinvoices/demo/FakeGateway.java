package org.joinvoices.demo;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.joinvoices.delivery.Chamber;
import org.joinvoices.delivery.MessageSchema;

/**
 * Answers as the gateways of House and Senate do: checks content type, key, schema, agent, office
 * and repeats, in that order. A repeated DeliveryId is 409 at the Senate; at the House, of which
 * nobody knows, it is taken again and can be seen to be a repeat.
 */
final class FakeGateway {

  /**
   * @param keys the API key of each chamber
   * @param agent the delivery agent's name as registered
   */
  record Registration(Map<Chamber, String> keys, String agent) {

    @Override
    public String toString() {
      return "Registration[hidden]";
    }
  }

  private static final String FORM = "[A-Za-z0-9]{32}";

  private final Registration registration;
  private final GatewayStore store;
  private final GatewayBehaviour behaviour;
  private final InstantSource clock;

  FakeGateway(
      Registration registration,
      GatewayStore store,
      GatewayBehaviour behaviour,
      InstantSource clock) {
    this.registration = registration;
    this.store = store;
    this.behaviour = behaviour;
    this.clock = clock;
  }

  GatewayAnswer offices(Chamber chamber) {
    return GatewayAnswer.json(
        switch (chamber) {
          case HOUSE -> GatewayOffices.houseJson();
          case SENATE -> GatewayOffices.senateJson();
        });
  }

  /** The House's dry run, which does not look at the agent's name and keeps nothing. */
  GatewayAnswer validate(String key, String contentType, byte[] xml) {
    if (!key.equals(registration.keys().get(Chamber.HOUSE))) {
      return GatewayAnswer.plain(401, "Unauthorized\n");
    }
    if (!isXml(contentType)) {
      return GatewayAnswer.plain(415, "Unsupported Media Type\n");
    }
    List<String> faults = MessageSchema.of(Chamber.HOUSE).faults(xml);
    return faults.isEmpty()
        ? GatewayAnswer.plain(200, "Validation Passed\n")
        : refused(faults, GatewayMessage.read(xml));
  }

  /** Takes or refuses one message. */
  GatewayAnswer receive(Chamber chamber, String key, String contentType, byte[] xml) {
    if (!key.equals(registration.keys().get(chamber))) {
      return GatewayAnswer.plain(401, "Unauthorized\n");
    }
    if (!isXml(contentType)) {
      return GatewayAnswer.plain(415, "Unsupported Media Type\n");
    }
    GatewayMessage message = GatewayMessage.read(xml);
    return switch (behaviour.next(message.office())) {
      case OK -> judged(chamber, message, xml);
      case REFUSE ->
          kept(
              message,
              xml,
              GatewayAnswer.refused(400, GatewayDialects.badValue("Email", message.text("Email"))));
      case SEEN_BEFORE -> kept(message, xml, seenBefore());
      case UNAVAILABLE -> GatewayAnswer.plain(503, "Service Unavailable\n");
      case TIMEOUT -> GatewayAnswer.silence();
      case TIMEOUT_AFTER_STORING -> {
        judged(chamber, message, xml);
        yield GatewayAnswer.silence();
      }
    };
  }

  private GatewayAnswer judged(Chamber chamber, GatewayMessage message, byte[] xml) {
    List<String> faults = MessageSchema.of(chamber).faults(xml);
    if (!faults.isEmpty()) {
      return kept(message, xml, refused(faults, message));
    }
    if (!message.text("DeliveryAgent").equals(registration.agent())) {
      return kept(message, xml, GatewayAnswer.refused(400, List.of("DeliveryAgent Mismatch")));
    }
    if (!GatewayOffices.contains(chamber, message.office())) {
      String error = "Message delivery is not enabled for " + message.office();
      return kept(message, xml, GatewayAnswer.refused(400, List.of(error)));
    }
    return taken(chamber, message, xml);
  }

  /** One at a time, so that of two messages with one id exactly one is the first. */
  private synchronized GatewayAnswer taken(Chamber chamber, GatewayMessage message, byte[] xml) {
    return switch (chamber) {
      case HOUSE -> kept(message, xml, GatewayAnswer.ok(200));
      case SENATE ->
          kept(
              message,
              xml,
              store.accepted(message.deliveryId()) ? seenBefore() : GatewayAnswer.ok(201));
    };
  }

  /** Only what has an id and an office can be shown later. */
  private GatewayAnswer kept(GatewayMessage message, byte[] xml, GatewayAnswer answer) {
    if (message.deliveryId().matches(FORM) && message.office().matches("\\w{5}")) {
      store.keep(message, clock.instant(), answer.status(), xml);
    }
    return answer;
  }

  private static GatewayAnswer seenBefore() {
    return GatewayAnswer.refused(409, List.of("DeliveryId has already been used"));
  }

  private static GatewayAnswer refused(List<String> faults, GatewayMessage message) {
    return GatewayAnswer.refused(400, GatewayDialects.errors(faults, message));
  }

  private static boolean isXml(String contentType) {
    return contentType.matches("(?i)application/xml\\b.*");
  }
}
