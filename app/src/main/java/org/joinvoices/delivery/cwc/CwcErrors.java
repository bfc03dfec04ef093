package org.joinvoices.delivery.cwc;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts the error texts of a refusal ({@code <Errors><Error>…}) into codes. Two dialects are known:
 * the documented one, whose texts are those of libxml2's RELAX NG checker, and the one seen in
 * production in 2021, whose texts are those of another checker. The one table of both is {@link
 * #TABLE}. The House's documents once call the body JSON, so that is read where it is no XML.
 */
final class CwcErrors {

  static final String AGENT_MISMATCH = "agent_mismatch";
  static final String OFFICE_OFF = "office_off";
  static final String UNREADABLE = "unreadable";
  static final String OTHER = "other";

  /**
   * A text of a gateway.
   *
   * @param form of the whole text; its first group, if any, names an element
   * @param code what it comes to; with a group, the beginning of it
   */
  private record Line(Pattern form, String code) {

    Line(String form, String code) {
      this(Pattern.compile(form, Pattern.DOTALL | Pattern.CASE_INSENSITIVE), code);
    }

    Optional<String> sorted(String text) {
      var match = form.matcher(text);
      if (!match.matches()) {
        return Optional.empty();
      }
      return match.groupCount() == 0
          ? Optional.of(code)
          : Optional.of(match.group(1)).filter(ELEMENTS::contains).map(code::concat);
    }
  }

  /** The first line that knows a text decides. Never more of a text than an element's name. */
  private static final List<Line> TABLE =
      List.of(
          // both dialects: of the whole delivery, not of the message
          new Line("Delivery ?Agent Mismatch.*", AGENT_MISMATCH),
          new Line("Message delivery is not enabled for .*", OFFICE_OFF),
          // seen in 2021: a value is wrong, a part is missing, a part is too much
          new Line("The '(\\w+)' element is invalid.*", "invalid_"),
          new Line("The element '\\w+' has incomplete content.* expected: '(\\w+)'.*", "missing_"),
          new Line("The element '\\w+' has invalid child element '(\\w+)'.*", "unexpected_"),
          // documented: the part that fails, and then everything around it
          new Line("Expecting an? element (\\w+), got .*", "missing_"),
          new Line("Expecting element (\\w+), got .*", "missing_"),
          new Line("Did not expect element (\\w+) there.*", "unexpected_"),
          new Line("Extra element (\\w+) in interleave.*", "unexpected_"),
          new Line("Did not expect text in element (\\w+) content.*", "unexpected_text_in_"),
          new Line("Invalid attribute \\S+ for element (\\w+).*", "invalid_"),
          new Line("Element (\\w+) failed to validate (?:content|attributes).*", "invalid_"),
          new Line("Element (\\w+) has extra content.*", "invalid_"),
          new Line("Invalid sequence in interleave.*", "sequence"),
          new Line(
              "(?:Type \\S+ doesn't allow value|Error validating (?:datatype|value)).*", "value"),
          // of either: an id that was used before
          new Line("Delivery ?Id .*already.* used.*", "repeated_DeliveryId"));

  /** Only these names become part of a code, so that no echoed value can. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("CWC CWCVersion Delivery DeliveryId DeliveryDate DeliveryAgent"
                  + " DeliveryAgentAckEmailAddress DeliveryAgentContact DeliveryAgentContactName"
                  + " DeliveryAgentContactEmail DeliveryAgentContactPhone Organization"
                  + " OrganizationContact OrganizationContactName OrganizationContactEmail"
                  + " OrganizationContactPhone OrganizationAbout CampaignId Recipient MemberOffice"
                  + " IsResponseRequested NewsletterOptIn Constituent Prefix FirstName MiddleName"
                  + " LastName Suffix Title ConstituentOrganization Address1 Address2 Address3 City"
                  + " StateAbbreviation Zip Phone AddressValidation Email EmailValidation Message"
                  + " Subject LibraryOfCongressTopics LibraryOfCongressTopic Bills Bill"
                  + " BillCongress BillTypeAbbreviation BillNumber ProOrCon MoreInfo"
                  + " OrganizationStatement ConstituentMessage")
              .split(" "));

  private CwcErrors() {}

  /** The codes of a refusal, each once, never empty. */
  static List<String> codes(byte[] body) {
    List<String> codes = texts(body).stream().map(CwcErrors::code).distinct().toList();
    return codes.isEmpty() ? List.of(UNREADABLE) : codes;
  }

  /** Whether a code is about who delivers, so that every message would be refused for it. */
  static boolean isOfTheAgent(String code) {
    return code.equals(AGENT_MISMATCH) || code.contains("_DeliveryAgent");
  }

  private static String code(String text) {
    return TABLE.stream().flatMap(line -> line.sorted(text).stream()).findFirst().orElse(OTHER);
  }

  private static List<String> texts(byte[] body) {
    try {
      return xml(body);
    } catch (XMLStreamException e) {
      return json(body);
    }
  }

  private static List<String> xml(byte[] body) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(body));
    List<String> texts = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Error")) {
        texts.add(reader.getElementText().strip());
      }
    }
    return texts;
  }

  /** An array of texts, by itself or named as the XML is. */
  private static List<String> json(byte[] body) {
    try {
      JsonNode answer = JsonMapper.shared().readTree(body);
      JsonNode list = answer.isArray() ? answer : answer.path("Errors");
      return StreamSupport.stream(list.spliterator(), false)
          .filter(JsonNode::isString)
          .map(text -> text.asString().strip())
          .toList();
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /** The far side is not trusted with entities. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
