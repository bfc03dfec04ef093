package org.joinvoices.delivery.print;

import java.time.temporal.ChronoUnit;

/** What a document says of itself, in XMP (ISO 16684-1), where PDF/UA-1 wants it. */
final class Xmp {

  static final String PRODUCER = "JoinVoices";

  private Xmp() {}

  static String of(Head head, boolean tagged) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
    <dc:format>application/pdf</dc:format>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
    <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
    <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
    <pdf:Producer>%s</pdf:Producer>
    <xmp:CreateDate>%s</xmp:CreateDate>
    <xmp:ModifyDate>%6$s</xmp:ModifyDate>
    %7$s</rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>"""
        .formatted(
            escaped(head.title()),
            escaped(head.author()),
            escaped(head.subject()),
            escaped(head.language()),
            PRODUCER,
            head.made().truncatedTo(ChronoUnit.SECONDS),
            tagged ? "<pdfuaid:part>1</pdfuaid:part>\n" : "");
  }

  /** Without what XML 1.0 does not know. */
  private static String escaped(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .filter(point -> !Character.isISOControl(point) && point < 0x110000)
        .filter(point -> !(point >= 0xD800 && point <= 0xDFFF) && (point & 0xFFFE) != 0xFFFE)
        .forEach(clean::appendCodePoint);
    return clean.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
