package org.joinvoices.demo;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a posted message by element name; none where it is not XML. */
record GatewayMessage(Map<String, String> texts) {

  static GatewayMessage read(byte[] xml) {
    Map<String, String> texts = new HashMap<>();
    try {
      collect(reader(xml), texts);
    } catch (XMLStreamException e) {
      // what was readable so far; the schema checker says the rest
    }
    return new GatewayMessage(Map.copyOf(texts));
  }

  String text(String element) {
    return texts.getOrDefault(element, "");
  }

  String deliveryId() {
    return text("DeliveryId");
  }

  String office() {
    return text("MemberOffice");
  }

  private static void collect(XMLStreamReader reader, Map<String, String> texts)
      throws XMLStreamException {
    String element = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        element = reader.getLocalName();
      } else if (event == XMLStreamReader.CHARACTERS && !reader.isWhiteSpace()) {
        texts.merge(element, reader.getText(), String::concat);
      }
    }
  }

  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  @Override
  public String toString() {
    return "GatewayMessage[hidden]";
  }
}
