package org.joinvoices.site;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document into memory, as text: the JDK's writer of bytes splits characters. */
final class XmlText {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private XmlText() {}

  /** What goes between the beginning and the end of a document. */
  interface Content {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  static String of(Content content) {
    var text = new StringWriter();
    try {
      var out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      content.write(out);
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML into memory", e);
    }
    return text.toString();
  }
}
