package org.joinvoices.delivery.cwc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joinvoices.delivery.Chamber;

/**
 * Writes a message as CWC 2.0 XML: elements in the order of the House's own sample, one tag a line
 * because staff may see it raw, no attributes, and no empty elements because the schema refuses
 * them. Texts are written as they are: {@link Fitted} makes them fit.
 */
public final class CwcXml {

  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter out;
  private final Chamber chamber;

  private CwcXml(XMLStreamWriter out, Chamber chamber) {
    this.out = out;
    this.chamber = chamber;
  }

  /** The bytes to post, UTF-8. Whether they satisfy the schema: {@link CwcGrammar}. */
  public static byte[] of(CwcMessage message, Chamber chamber) {
    // Into characters, not bytes: the JDK's writer splits supplementary characters when it encodes.
    var text = new StringWriter();
    text.write(HEADER);
    try {
      new CwcXml(FACTORY.createXMLStreamWriter(text), chamber).write(message);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML into memory", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private void write(CwcMessage message) throws XMLStreamException {
    open("CWC");
    line("CWCVersion", "2.0");
    delivery(message.delivery());
    recipient(message.recipient());
    constituent(message.constituent());
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
    line("DeliveryAgentContactPhone", agent.contactPhone());
    close();
  }

  private void organization(CwcMessage.Organization organization) throws XMLStreamException {
    line("Organization", organization.name());
    if (!(organization.contactName() + organization.contactEmail() + organization.contactPhone())
        .isEmpty()) {
      open("OrganizationContact");
      line("OrganizationContactName", organization.contactName());
      line("OrganizationContactEmail", organization.contactEmail());
      line("OrganizationContactPhone", organization.contactPhone());
      close();
    }
    line("OrganizationAbout", organization.about());
  }

  private void recipient(CwcMessage.Recipient recipient) throws XMLStreamException {
    open("Recipient");
    line("MemberOffice", recipient.office().value());
    line("IsResponseRequested", recipient.responseRequested() ? "Y" : "N");
    line("NewsletterOptIn", "N"); // nobody here signs up for an office's newsletter
    close();
  }

  private void constituent(CwcMessage.Constituent person) throws XMLStreamException {
    open("Constituent");
    line("Prefix", person.prefix());
    line("FirstName", person.firstName());
    line("LastName", person.lastName());
    line("Address1", person.address1());
    line("Address2", person.address2());
    line("City", person.city());
    line("StateAbbreviation", person.state());
    line("Zip", person.zip());
    line("Phone", person.phone());
    line("AddressValidation", person.addressVerified() ? "Y" : "N");
    line("Email", person.email());
    line("EmailValidation", "Y"); // only confirmed mailboxes get here
    close();
  }

  private void message(CwcMessage.Message message) throws XMLStreamException {
    open("Message");
    line("Subject", message.subject());
    open("LibraryOfCongressTopics");
    for (String topic : message.topics()) {
      line("LibraryOfCongressTopic", topic);
    }
    close();
    bills(message.bills());
    line("ProOrCon", message.stance().map(CwcMessage.Stance::word).orElse(""));
    line("OrganizationStatement", message.statement());
    line("ConstituentMessage", message.ownWords());
    close();
  }

  private void bills(List<CwcMessage.Bill> bills) throws XMLStreamException {
    if (bills.isEmpty()) {
      return;
    }
    open("Bills");
    for (CwcMessage.Bill bill : bills) {
      open("Bill");
      line("BillCongress", Integer.toString(bill.congress()));
      line("BillTypeAbbreviation", bill.type().word(chamber));
      line("BillNumber", Integer.toString(bill.number()));
      close();
    }
    close();
  }

  private void line(String name, String text) throws XMLStreamException {
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
