package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joinvoices.delivery.Chamber;

/**
 * Writes a message as CWC 2.0 XML: elements in the order of the House's own sample, one tag a line
 * because staff may see it raw, no attributes, and no empty elements because the schema refuses
 * them.
 */
public final class CwcXml {

  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter out;

  private CwcXml(XMLStreamWriter out) {
    this.out = out;
  }

  /** The bytes to post, UTF-8. Whether they satisfy the schema: {@link CwcGrammar}. */
  public static byte[] of(CwcMessage message, Chamber chamber) {
    // Into characters, not bytes: the JDK's writer splits supplementary characters when it encodes.
    var text = new StringWriter();
    text.write(HEADER);
    try {
      new CwcXml(FACTORY.createXMLStreamWriter(text)).write(message, chamber);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML into memory", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private void write(CwcMessage message, Chamber chamber) throws XMLStreamException {
    open("CWC");
    line("CWCVersion", "2.0");
    delivery(message.delivery());
    recipient(message.recipient());
    constituent(message.constituent(), shortestLine2(chamber));
    message(message.message());
    close();
    out.flush();
  }

  private void delivery(CwcMessage.Delivery delivery) throws XMLStreamException {
    open("Delivery");
    line("DeliveryId", delivery.id());
    line("DeliveryDate", delivery.date().format(DateTimeFormatter.BASIC_ISO_DATE));
    agent(delivery.agent());
    organization(delivery.organization());
    line("CampaignId", delivery.campaignId());
    close();
  }

  private void agent(CwcMessage.Agent agent) throws XMLStreamException {
    line("DeliveryAgent", agent.name());
    line("DeliveryAgentAckEmailAddress", agent.ackEmail());
    open("DeliveryAgentContact");
    line("DeliveryAgentContactName", agent.contactName());
    line("DeliveryAgentContactEmail", agent.contactEmail());
    line("DeliveryAgentContactPhone", CwcText.phone(agent.contactPhone()));
    close();
  }

  private void organization(CwcMessage.Organization organization) throws XMLStreamException {
    line("Organization", organization.name());
    open("OrganizationContact");
    line("OrganizationContactName", organization.contactName());
    line("OrganizationContactEmail", organization.contactEmail());
    line("OrganizationContactPhone", CwcText.phone(organization.contactPhone()));
    close();
    line("OrganizationAbout", organization.about());
  }

  private void recipient(CwcMessage.Recipient recipient) throws XMLStreamException {
    open("Recipient");
    line("MemberOffice", recipient.office().value());
    line("IsResponseRequested", recipient.responseRequested() ? "Y" : "N");
    line("NewsletterOptIn", "N"); // nobody here signs up for an office's newsletter
    close();
  }

  private void constituent(CwcMessage.Constituent person, int shortestLine2)
      throws XMLStreamException {
    open("Constituent");
    line("Prefix", person.prefix());
    line("FirstName", person.firstName());
    line("LastName", person.lastName());
    address(CwcText.line(person.address1()), CwcText.line(person.address2()), shortestLine2);
    line("City", person.city());
    line("StateAbbreviation", person.state());
    line("Zip", person.zip());
    line("Phone", CwcText.phone(person.phone()));
    line("AddressValidation", "N"); // the ZIP code is matched; no street is verified yet
    line("Email", person.email());
    line("EmailValidation", "Y"); // only confirmed mailboxes get here
    close();
  }

  /** "#4" is too short for a line of its own and goes behind the street. */
  private void address(String line1, String line2, int shortestLine2) throws XMLStreamException {
    boolean apart = line2.codePointCount(0, line2.length()) >= shortestLine2;
    line("Address1", apart ? line1 : line1 + " " + line2);
    line("Address2", apart ? line2 : "");
  }

  /** Address2 in the House's schema; in the Senate's as far as its clients show. */
  private static int shortestLine2(Chamber chamber) {
    return switch (chamber) {
      case HOUSE -> 3;
      case SENATE -> 2;
    };
  }

  private void message(CwcMessage.Message message) throws XMLStreamException {
    open("Message");
    line("Subject", message.subject());
    open("LibraryOfCongressTopics");
    for (String topic : message.topics()) {
      line("LibraryOfCongressTopic", topic);
    }
    close();
    element("OrganizationStatement", CwcText.letter(message.statement()));
    element("ConstituentMessage", CwcText.letter(message.ownWords()));
    close();
  }

  private void line(String name, String text) throws XMLStreamException {
    element(name, CwcText.line(text));
  }

  private void element(String name, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      out.writeStartElement(name);
      out.writeCharacters(text);
      close();
    }
  }

  private void open(String name) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters("\n");
  }

  private void close() throws XMLStreamException {
    out.writeEndElement();
    out.writeCharacters("\n");
  }
}
