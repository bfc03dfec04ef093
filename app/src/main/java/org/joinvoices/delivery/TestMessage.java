package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.Fitted;
import org.joinvoices.delivery.cwc.OfficeCode;
import org.joinvoices.delivery.cwc.OutgoingMessage;
import org.joinvoices.delivery.mail.OfficeMailClient;
import org.joinvoices.delivery.mail.OfficeMailMessage;
import org.joinvoices.platform.crypto.Sha256;
import org.joinvoices.platform.mail.DirectMail;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.settings.Settings;

/**
 * Tries a lane with one marked message of nobody: at the House's own host by validation, where
 * nothing is stored; at another host of the House as a message; at the Senate on its lane for
 * tests; by e-mail to an address that is named. Never to an office.
 *
 * @param to what it was addressed to
 * @param result what the far side said
 */
public record TestMessage(String to, DeliveryResult result) {

  private static final String SUBJECT = "Test message, please ignore";
  private static final String TEXT =
      "This message tests the way to your system. Nobody wrote it, and nobody waits for an answer.";

  /**
   * @param today in Washington
   * @throws IOException if the gateway lists no office to address it to; the message holds no URL
   */
  public static TestMessage toGateway(
      Chamber chamber, Settings.Gateway gateway, Settings.Agent agent, LocalDate today)
      throws IOException {
    var client = new CwcClient(chamber, gateway.url(), gateway.key(), gateway.timeout(), false);
    OfficeCode office =
        client.offices().stream().min(Comparator.comparing(OfficeCode::value)).orElseThrow();
    var result =
        switch (Fitted.to(chamber, message(office, agent, today))) {
          case Fitted.Ready(var xml, _) -> client.test(new OutgoingMessage(xml, false));
          case Fitted.Unfit(var why) -> new DeliveryResult.Refused(why.word());
        };
    return new TestMessage(office.value(), result);
  }

  public static TestMessage toMailbox(String address, Settings.Mail mail) {
    // plain, as what it stands for: messages to offices
    var sample = new OutgoingMail(address, SUBJECT, TEXT + "\n", "", "en");
    try (var post = DirectMail.by(mail)) {
      var message = new OfficeMailMessage(UUID.randomUUID(), sample, List.of());
      return new TestMessage(address, new OfficeMailClient(post).send(message));
    }
  }

  private static CwcMessage message(OfficeCode office, Settings.Agent agent, LocalDate today) {
    var delivery =
        new CwcMessage.Delivery(
            UUID.randomUUID().toString().replace("-", ""),
            today,
            Agents.of(agent),
            new CwcMessage.Organization(
                agent.name(), agent.contactName(), agent.contactEmail(), agent.contactPhone(), ""),
            Sha256.hex("joinvoices:test".getBytes(UTF_8)));
    String state = office.value().substring(1, 3);
    return new CwcMessage(
        delivery,
        new CwcMessage.Recipient(office, false),
        new CwcMessage.Constituent(
            "Ms.",
            "Test Message",
            "Please Ignore",
            "1 Test Street",
            "",
            "Testtown",
            state.equals("AQ") ? "AS" : state,
            "00000",
            "",
            agent.contactEmail(),
            false),
        new CwcMessage.Message(
            SUBJECT, List.of("Congress"), List.of(), Optional.empty(), TEXT, ""));
  }
}
