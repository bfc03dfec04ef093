package org.joinvoices.site;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed in the Atom Syndication Format (RFC 4287). */
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter out;

  private AtomFeed(XMLStreamWriter out) {
    this.out = out;
  }

  static String of(Feed feed) {
    return XmlText.of(out -> new AtomFeed(out).write(feed));
  }

  private void write(Feed feed) throws XMLStreamException {
    out.writeStartElement("feed");
    out.writeDefaultNamespace(NAMESPACE);
    out.writeAttribute("xml:lang", feed.language());
    element("id", feed.address());
    element("title", feed.title());
    element("subtitle", feed.description());
    element("updated", feed.updated().toString());
    link("self", "application/atom+xml", feed.address());
    link("alternate", "text/html", feed.home());
    for (Feed.Item item : feed.items()) {
      entry(item);
    }
    out.writeEndElement();
  }

  private void entry(Feed.Item item) throws XMLStreamException {
    out.writeStartElement("entry");
    out.writeAttribute("xml:lang", item.language());
    element("id", item.address());
    element("title", item.title());
    link("alternate", "text/html", item.address());
    for (String author : item.authors()) {
      out.writeStartElement("author");
      element("name", author);
      out.writeEndElement();
    }
    element("published", item.published().toString());
    element("updated", item.updated().toString());
    element("summary", item.introduction());
    out.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private void link(String relation, String type, String address) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", relation);
    out.writeAttribute("type", type);
    out.writeAttribute("href", address);
  }
}
