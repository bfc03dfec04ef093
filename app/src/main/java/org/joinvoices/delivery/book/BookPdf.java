package org.joinvoices.delivery.book;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets XHTML as a tagged PDF (PDF/UA-1) in the book's own typeface. The same page gives the same
 * bytes: nothing in it comes from a clock.
 */
public final class BookPdf {

  static {
    // What it logs quotes the page, and with it names.
    XRLog.setLoggingEnabled(false);
  }

  private BookPdf() {}

  /**
   * @param xhtml with its styles inside; nothing is fetched
   * @param made date of the document
   */
  public static byte[] bytes(String xhtml, Instant made) {
    try (var document = new PDDocument();
        var renderer = builder(document, xhtml).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      return save(document, made);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the PDF", e);
    }
  }

  private static PdfRendererBuilder builder(PDDocument document, String xhtml) throws IOException {
    var regular = new PDFontSupplier(Typeface.regular(document));
    var bold = new PDFontSupplier(Typeface.bold(document));
    return new PdfRendererBuilder()
        .useFastMode()
        .usePDDocument(document)
        .usePdfUaAccessibility(true)
        .withProducer("JoinVoices")
        .useFont(regular, Typeface.FAMILY, 400, FontStyle.NORMAL, true)
        .useFont(bold, Typeface.FAMILY, 700, FontStyle.NORMAL, true)
        .withHtmlContent(xhtml, null);
  }

  private static byte[] save(PDDocument document, Instant made) throws IOException {
    Calendar date = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.setTimeInMillis(made.toEpochMilli());
    document.getDocumentInformation().setCreationDate(date);
    document.getDocumentInformation().setModificationDate(date);
    document.setDocumentId(made.getEpochSecond());
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
