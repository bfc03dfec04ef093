package org.joinvoices.delivery.print;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a PDF, written from top to bottom; US letter paper. Tagged documents are PDF/UA-1 if
 * every text is placed within an element; plain ones have no structure. The same calls give the
 * same bytes: nothing in it comes from a clock.
 */
public final class Sheets implements AutoCloseable {

  public static final float WIDTH = 612;
  public static final float HEIGHT = 792;

  /** Above and below what is written. */
  public static final float MARGIN = 72;

  /** One page while it is written. */
  private static final class Sheet {
    private final PDPage page;
    private final StringBuilder content = new StringBuilder();

    private Sheet(PDPage page) {
      this.page = page;
    }
  }

  private final Head head;
  private final PDDocument document = new PDDocument();
  private final PDResources resources = new PDResources();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Map<Face, Embedded> fonts = new EnumMap<>(Face.class);
  private final List<Sheet> sheets = new ArrayList<>();
  private final Optional<Tags> tags;
  private @Nullable Object marked;
  private float y;

  private Sheets(Head head, Optional<Tags> tags) {
    this.head = head;
    this.tags = tags;
  }

  public static Sheets tagged(Head head) {
    return new Sheets(head, Optional.of(new Tags()));
  }

  public static Sheets plain(Head head) {
    return new Sheets(head, Optional.empty());
  }

  // What is written, and where

  /** Begins a page. */
  public void page() {
    unmark();
    var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    page.setResources(resources);
    tags.ifPresent(some -> some.page(page));
    document.addPage(page);
    sheets.add(new Sheet(page));
    y = HEIGHT - MARGIN;
  }

  /** How many there are. */
  public int pages() {
    return sheets.size();
  }

  /** Points that are left on this page. */
  public float room() {
    return y - MARGIN;
  }

  /** Leaves some room free. */
  public void skip(float points) {
    y -= points;
  }

  /** Where the next line goes, in points from below. */
  public float y() {
    return y;
  }

  /** Goes on writing there. */
  public void moveTo(float height) {
    y = height;
  }

  /** Goes on to another page unless there is so much room. */
  public void need(float points) {
    if (room() < points) {
      page();
    }
  }

  /** Lines below each other, over as many pages as they take; those read so to the right. */
  public void lines(List<Line> lines, Style style, float left, float right) {
    for (Line line : lines) {
      need(style.leading());
      y -= style.leading();
      float x = line.rightToLeft() ? right - line.width(style.size()) : left;
      place(line, style, x, y + (style.leading() - style.size()) / 2 + style.size() / 5);
    }
  }

  /** One line where it is told to be. */
  public void place(Line line, Style style, float x, float baseline) {
    if (tags.isPresent()) {
      mark(tags.get());
    }
    show(content(), line, style, x, baseline);
  }

  /** Something to be seen that says nothing, such as the number of a page. */
  public void placeArtifact(int page, Line line, Style style, float x, float baseline) {
    unmark();
    StringBuilder out = sheets.get(page).content;
    out.append("/Artifact <</Type /Pagination>> BDC\n");
    show(out, line, style, x, baseline);
    out.append("EMC\n");
  }

  /** A line across. */
  public void rule(float from, float to, float height, float thickness, float gray) {
    unmark();
    StringBuilder out = content().append("/Artifact BMC\n");
    numbers(out, gray).append("G ");
    numbers(out, thickness).append("w ");
    numbers(out, from, height).append("m ");
    numbers(out, to, height).append("l S\nEMC\n");
  }

  // Structure

  /**
   * Begins an element of the structure; what is written until its end belongs to it.
   *
   * @param role a standard type such as {@code P} (ISO 32000-1, 14.8.4)
   */
  public void begin(String role) {
    unmark();
    tags.ifPresent(some -> some.begin(role));
  }

  public void end() {
    unmark();
    tags.ifPresent(Tags::end);
  }

  /** Of the element that was begun last. */
  public void language(String language) {
    tags.ifPresent(some -> some.language(language));
  }

  /** Of the element that was begun last. */
  public void attribute(String owner, String name, String value) {
    tags.ifPresent(some -> some.attribute(owner, name, value));
  }

  /** Leads to where the next line goes. */
  public void bookmark(String title) {
    var destination = new PDPageXYZDestination();
    destination.setPage(sheets.getLast().page);
    destination.setTop(Math.round(y));
    var item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(destination);
    outline.addLast(item);
  }

  // The end

  /** Writes the document; nothing can be added any more. */
  public void save(OutputStream out) {
    unmark();
    try {
      for (Embedded font : fonts.values()) {
        font.finish();
      }
      for (Sheet sheet : sheets) {
        var bytes = sheet.content.toString().getBytes(US_ASCII);
        sheet.page.setContents(
            new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
      }
      describe();
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a PDF", e);
    }
  }

  private void describe() throws IOException {
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(head.language());
    var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    if (outline.hasChildren()) {
      catalog.setDocumentOutline(outline);
    }
    tags.ifPresent(
        some -> {
          var info = new PDMarkInfo();
          info.setMarked(true);
          catalog.setMarkInfo(info);
          catalog.setStructureTreeRoot(new PDStructureTreeRoot(some.finish()));
        });
    var metadata = new PDMetadata(document);
    metadata.importXMPMetadata(Xmp.of(head, tags.isPresent()).getBytes(UTF_8));
    catalog.setMetadata(metadata);
    Calendar date = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.setTimeInMillis(head.made().toEpochMilli());
    var information = document.getDocumentInformation();
    information.setTitle(head.title());
    information.setAuthor(head.author());
    information.setSubject(head.subject());
    information.setProducer(Xmp.PRODUCER);
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.setDocumentId(head.made().getEpochSecond());
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a PDF", e);
    }
  }

  private StringBuilder content() {
    return sheets.getLast().content;
  }

  private void mark(Tags some) {
    if (marked != some.current()) {
      unmark();
      int number = some.mark(sheets.getLast().page);
      content()
          .append('/')
          .append(some.current().getNameAsString(COSName.S))
          .append(" <</MCID ")
          .append(number)
          .append(">> BDC\n");
      marked = some.current();
    }
  }

  private void unmark() {
    if (marked != null) {
      content().append("EMC\n");
      marked = null;
    }
  }

  private void show(StringBuilder out, Line line, Style style, float x, float baseline) {
    out.append("BT\n");
    numbers(out, style.gray()).append("g\n");
    float at = x;
    for (Run run : line.runs()) {
      Embedded font = font(run.face());
      font.use(run);
      out.append("/F").append(run.face().ordinal()).append(' ');
      numbers(out, style.size()).append("Tf 1 0 0 1 ");
      numbers(out, at, baseline).append("Tm\n");
      run.show(out, style.size());
      at += run.width() * style.size() / Face.EM;
    }
    out.append("ET\n");
  }

  private Embedded font(Face face) {
    return fonts.computeIfAbsent(
        face,
        some -> {
          try {
            var font = new Embedded(document, some);
            resources.put(COSName.getPDFName("F" + some.ordinal()), font.font());
            return font;
          } catch (IOException e) {
            throw new UncheckedIOException("cannot embed a font", e);
          }
        });
  }

  private static StringBuilder numbers(StringBuilder out, float... some) {
    for (float number : some) {
      Numbers.write(out, number);
      out.append(' ');
    }
    return out;
  }
}
