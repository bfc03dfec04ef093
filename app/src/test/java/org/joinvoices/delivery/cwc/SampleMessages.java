package org.joinvoices.delivery.cwc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joinvoices.delivery.Chamber;

/** Sample messages for tests; nobody in them exists. */
public final class SampleMessages {

  private SampleMessages() {}

  public static CwcMessage to(String office) {
    return with(office, constituent("Ms.", "Rosa", "Sample"), "My own words.");
  }

  static CwcMessage with(String office, CwcMessage.Constituent constituent, String ownWords) {
    return new CwcMessage(
        delivery("0123456789abcdef0123456789abcdef", "JoinVoices Sample"),
        new CwcMessage.Recipient(new OfficeCode(office), true),
        constituent,
        new CwcMessage.Message(
            "Please act on the sample",
            List.of("Immigration", "International Affairs"),
            List.of(),
            Optional.empty(),
            "Please act, Senator: sample text.\r\n\r\nSecond paragraph.",
            ownWords));
  }

  static CwcMessage from(String office, UnaryOperator<CwcMessage.Organization> other) {
    CwcMessage message = to(office);
    var delivery = message.delivery();
    return new CwcMessage(
        new CwcMessage.Delivery(
            delivery.id(),
            delivery.date(),
            delivery.agent(),
            other.apply(delivery.organization()),
            delivery.campaignId()),
        message.recipient(),
        message.constituent(),
        message.message());
  }

  /** As posted: made to fit its chamber. */
  public static byte[] xml(CwcMessage message) {
    return ((Fitted.Ready) Fitted.to(chamber(message), message)).xml();
  }

  private static Chamber chamber(CwcMessage message) {
    return message.recipient().office().value().startsWith("H") ? Chamber.HOUSE : Chamber.SENATE;
  }

  public static CwcMessage withId(String office, String id, String agent) {
    CwcMessage message = to(office);
    return new CwcMessage(
        delivery(id, agent), message.recipient(), message.constituent(), message.message());
  }

  private static CwcMessage.Delivery delivery(String id, String agent) {
    return new CwcMessage.Delivery(
        id,
        LocalDate.of(2021, 1, 10),
        new CwcMessage.Agent(
            agent, "ack@sample.example", "Sample Operator", "ops@sample.example", "202-555-0142"),
        new CwcMessage.Organization(
            "Sample Organization",
            "Sample Office",
            "office@sample.example",
            "202-555-0117",
            "A sample organization that exists in tests only."),
        "a1b2c3");
  }

  static CwcMessage.Constituent constituent(String prefix, String first, String last) {
    return new CwcMessage.Constituent(
        prefix,
        first,
        last,
        "1 Sample Street",
        "#4",
        "Sampletown",
        "OH",
        "44113",
        "216-555-0100",
        "rosa@sample.example",
        false);
  }
}
