package org.joinvoices.demo;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return stranger(Chamber.HOUSE, key, contentType)
        .or(() -> faulty(Chamber.HOUSE, GatewayMessage.read(xml), xml))
        .orElseGet(() -> GatewayAnswer.plain(200, "Validation Passed\n"));
  }

  /** The Senate's lane for tests: judges a message as ever, and gives it to nobody. */
  GatewayAnswer test(String key, String contentType, byte[] xml) {
    GatewayMessage message = GatewayMessage.read(xml);
    return stranger(Chamber.SENATE, key, contentType)
        .or(() -> objection(Chamber.SENATE, message, xml))
        .orElseGet(() -> GatewayAnswer.ok(201));
  }

  /** Takes or refuses one message. */
  GatewayAnswer receive(Chamber chamber, String key, String contentType, byte[] xml) {
    return stranger(chamber, key, contentType)
        .orElseGet(() -> received(chamber, GatewayMessage.read(xml), xml));
  }

  /** What nobody with another key or another content type gets past. */
  private Optional<GatewayAnswer> stranger(Chamber chamber, String key, String contentType) {
    if (!key.equals(registration.keys().get(chamber))) {
      return Optional.of(GatewayAnswer.plain(401, "Unauthorized\n"));
    }
    return isXml(contentType)
        ? Optional.empty()
        : Optional.of(GatewayAnswer.plain(415, "Unsupported Media Type\n"));
  }

  private GatewayAnswer received(Chamber chamber, GatewayMessage message, byte[] xml) {
    return switch (behaviour.next(message.office())) {
      case OK -> judged(chamber, message, xml);
      case REFUSE ->
          kept(
              message,
              xml,
              GatewayAnswer.refused(
                  400, behaviour.dialect().badValue("Email", message.text("Email"))));
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
    return objection(chamber, message, xml)
        .map(answer -> kept(message, xml, answer))
        .orElseGet(() -> taken(chamber, message, xml));
  }

  private Optional<GatewayAnswer> objection(Chamber chamber, GatewayMessage message, byte[] xml) {
    return faulty(chamber, message, xml)
        .or(() -> unregistered(message))
        .or(() -> switchedOff(chamber, message));
  }

  private Optional<GatewayAnswer> faulty(Chamber chamber, GatewayMessage message, byte[] xml) {
    List<String> faults = MessageSchema.of(chamber).faults(xml);
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(GatewayAnswer.refused(400, behaviour.dialect().errors(faults, message)));
  }

  private Optional<GatewayAnswer> unregistered(GatewayMessage message) {
    return message.text("DeliveryAgent").equals(registration.agent())
        ? Optional.empty()
        : Optional.of(GatewayAnswer.refused(400, List.of("DeliveryAgent Mismatch")));
  }

  private static Optional<GatewayAnswer> switchedOff(Chamber chamber, GatewayMessage message) {
    String error = "Message delivery is not enabled for " + message.office();
    return GatewayOffices.contains(chamber, message.office())
        ? Optional.empty()
        : Optional.of(GatewayAnswer.refused(400, List.of(error)));
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

  private static boolean isXml(String contentType) {
    return contentType.matches("(?i)application/xml\\b.*");
  }
}
