package org.joinvoices.delivery.print;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font in a document: the glyphs it uses, and which characters they stand for. */
final class Embedded {

  private static final int MOST_IN_A_BLOCK = 100;

  private static final HexFormat HEX = HexFormat.of();

  private final PDDocument document;
  private final PDType0Font font;
  private final SortedMap<Integer, String> used = new TreeMap<>();

  Embedded(PDDocument document, Face face) throws IOException {
    this.document = document;
    this.font = PDType0Font.load(document, face.parse(), true);
  }

  PDType0Font font() {
    return font;
  }

  void use(Run run) {
    run.collect(used);
  }

  /**
   * Leaves out all other glyphs, and tells readers the characters. PDFBox would know them only by
   * the font's table of characters, where most shaped glyphs are missing.
   */
  void finish() throws IOException {
    font.addGlyphsToSubset(used.keySet());
    font.subset();
    var characters =
        new PDStream(
            document,
            new ByteArrayInputStream(toUnicode().getBytes(US_ASCII)),
            COSName.FLATE_DECODE);
    font.getCOSObject().setItem(COSName.TO_UNICODE, characters);
  }

  /** Adobe Technical Note 5411. */
  private String toUnicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    Iterator<Map.Entry<Integer, String>> rest = used.entrySet().iterator();
    for (int left = used.size(); left > 0; left -= MOST_IN_A_BLOCK) {
      int block = Math.min(left, MOST_IN_A_BLOCK);
      map.append(block).append(" beginbfchar\n");
      for (int i = 0; i < block; i++) {
        var one = rest.next();
        map.append('<').append(HEX.toHexDigits(one.getKey().shortValue())).append("> <");
        map.append(HEX.formatHex(one.getValue().getBytes(UTF_16BE))).append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append(
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """)
        .toString();
  }
}
