package org.joinvoices.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The demo's stand-in for the gateways of House and Senate, read as its JSON and XML. */
final class Gateway {

  /** One line of the gateway's list. */
  record Received(String deliveryId, String office, String receivedAt, int status) {}

  private final Visitor visitor;

  Gateway(Visitor visitor) {
    this.visitor = visitor;
  }

  /** All that was received, newest first. */
  List<Received> list() {
    return Json.read(
        visitor.get("/demo/gateway.json").expect(200).body(),
        new TypeReference<List<Received>>() {});
  }

  /** Every message of one constituent, in the order of their offices' codes. */
  List<CwcMessage> messagesOf(String email) {
    return messages(list()).stream()
        .filter(message -> message.text("Email").equals(email))
        .sorted(Comparator.comparing(CwcMessage::office))
        .toList();
  }

  /** The messages as received. */
  List<CwcMessage> messages(List<Received> received) {
    return received.stream().map(Received::deliveryId).map(this::message).toList();
  }

  /** Waits until {@code number} messages of this constituent are there, or more. */
  List<CwcMessage> awaitMessagesOf(String email, int number) {
    return await()
        .alias(number + " messages at the gateway")
        .atMost(Visitor.PATIENCE)
        .until(() -> messagesOf(email), messages -> messages.size() >= number);
  }

  /** Has the next message to an office refused. */
  void refuseNext(String office) {
    visitor
        .post(
            URI.create(visitor.ownOrigin() + "/demo/gateway/behaviour"),
            visitor.ownOrigin(),
            Visitor.FORM,
            ("answer=400&office=" + office).getBytes(StandardCharsets.US_ASCII))
        .expect(204);
  }

  private CwcMessage message(String deliveryId) {
    return new CwcMessage(visitor.get("/demo/gateway/" + deliveryId + ".xml").expect(200).body());
  }
}
