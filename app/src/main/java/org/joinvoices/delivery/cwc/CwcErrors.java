package org.joinvoices.delivery.cwc;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Sorts the error texts of a refusal ({@code <Errors><Error>…}) into codes. Two dialects are known:
 * the documented one (libxml2's) and the one seen in production in 2021.
 */
final class CwcErrors {

  static final String AGENT_MISMATCH = "agent_mismatch";
  static final String OFFICE_OFF = "office_off";
  static final String UNREADABLE = "unreadable";
  static final String OTHER = "other";

  private static final Pattern AGENT = Pattern.compile("DeliveryAgent Mismatch");
  private static final Pattern OFFICE = Pattern.compile("Message delivery is not enabled for .*");
  private static final Pattern INVALID_2021 = Pattern.compile("The '(\\w+)' element is invalid.*");
  private static final Pattern MISSING = Pattern.compile("Expecting an element (\\w+), got.*");
  private static final Pattern INVALID =
      Pattern.compile("Element (\\w+) failed to validate content.*");

  /** Only these names become part of a code, so that no echoed value can. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("CWCVersion Delivery DeliveryId DeliveryDate DeliveryAgent DeliveryAgentAckEmailAddress"
                  + " DeliveryAgentContact DeliveryAgentContactName DeliveryAgentContactEmail"
                  + " DeliveryAgentContactPhone Organization OrganizationContact"
                  + " OrganizationContactName OrganizationContactEmail OrganizationContactPhone"
                  + " OrganizationAbout CampaignId Recipient MemberOffice IsResponseRequested"
                  + " NewsletterOptIn Constituent Prefix FirstName LastName Address1 Address2 City"
                  + " StateAbbreviation Zip Phone AddressValidation Email EmailValidation Message"
                  + " Subject LibraryOfCongressTopics LibraryOfCongressTopic OrganizationStatement"
                  + " ConstituentMessage")
              .split(" "));

  private CwcErrors() {}

  /** The codes of a refusal, each once, never empty. */
  static List<String> codes(byte[] body) {
    try {
      List<String> codes = texts(body).stream().map(CwcErrors::code).distinct().toList();
      return codes.isEmpty() ? List.of(UNREADABLE) : codes;
    } catch (XMLStreamException e) {
      return List.of(UNREADABLE);
    }
  }

  private static String code(String text) {
    if (AGENT.matcher(text).matches()) {
      return AGENT_MISMATCH;
    }
    if (OFFICE.matcher(text).matches()) {
      return OFFICE_OFF;
    }
    return about(INVALID_2021, "invalid_", text)
        .or(() -> about(MISSING, "missing_", text))
        .or(() -> about(INVALID, "invalid_", text))
        .orElse(OTHER);
  }

  private static Optional<String> about(Pattern form, String what, String text) {
    var match = form.matcher(text);
    return match.matches() && ELEMENTS.contains(match.group(1))
        ? Optional.of(what + match.group(1))
        : Optional.empty();
  }

  private static List<String> texts(byte[] body) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(body));
    List<String> texts = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Error")) {
        texts.add(reader.getElementText().strip());
      }
    }
    return texts;
  }

  /** The far side is not trusted with entities. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
