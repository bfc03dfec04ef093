package org.joinvoices.delivery.cwc;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

/** Element name to text, read by an ordinary parser. */
public final class XmlTexts {

  private XmlTexts() {}

  public static Map<String, String> of(byte[] xml) {
    Map<String, String> texts = new HashMap<>();
    try {
      var elements =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml))
              .getElementsByTagName("*");
      for (int i = 0; i < elements.getLength(); i++) {
        texts.put(elements.item(i).getNodeName(), elements.item(i).getTextContent());
      }
      return texts;
    } catch (Exception e) {
      throw new AssertionError("not XML", e);
    }
  }
}
