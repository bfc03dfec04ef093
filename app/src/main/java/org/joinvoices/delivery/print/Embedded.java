package org.joinvoices.delivery.print;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A font in a document: the glyphs it uses, and which characters they stand for. */
final class Embedded {

  private static final int MOST_IN_A_BLOCK = 100;

  private static final HexFormat HEX = HexFormat.of();

  private final PDDocument document;
  private final PDType0Font font;

  /** By glyph, what it stands for; null where it is not used. */
  private final @Nullable String[] used;

  Embedded(PDDocument document, Face face) throws IOException {
    this.document = document;
    this.font = PDType0Font.load(document, face.parse(), true);
    this.used = new String[face.glyphs()];
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
    List<Integer> glyphs =
        IntStream.range(0, used.length).filter(glyph -> used[glyph] != null).boxed().toList();
    font.addGlyphsToSubset(new TreeSet<>(glyphs));
    font.subset();
    var characters =
        new PDStream(
            document,
            new ByteArrayInputStream(toUnicode(glyphs).getBytes(US_ASCII)),
            COSName.FLATE_DECODE);
    font.getCOSObject().setItem(COSName.TO_UNICODE, characters);
  }

  /** Adobe Technical Note 5411. */
  private String toUnicode(List<Integer> glyphs) {
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
    for (int begun = 0; begun < glyphs.size(); begun += MOST_IN_A_BLOCK) {
      var block = glyphs.subList(begun, Math.min(glyphs.size(), begun + MOST_IN_A_BLOCK));
      map.append(block.size()).append(" beginbfchar\n");
      for (int glyph : block) {
        map.append('<').append(HEX.toHexDigits((short) glyph)).append("> <");
        map.append(HEX.formatHex(Objects.requireNonNull(used[glyph]).getBytes(UTF_16BE)));
        map.append(">\n");
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
