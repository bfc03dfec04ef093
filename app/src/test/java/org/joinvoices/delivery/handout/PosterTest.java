package org.joinvoices.delivery.handout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.action.Action;
import org.joinvoices.action.SampleActions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What hangs in a window. */
class PosterTest {

  private static final String ADDRESS = "https://voices.example/es/actions/sample-letter";

  private final Action action = SampleActions.letter();

  @Test
  void saysWhatTheLetterIsWhereItIsAndUntilWhen() throws IOException {
    assertThat(text(print(action, "es")))
        .contains("SÚMESE A ESTA CARTA", "Sample title es", "Sample introduction.")
        .contains("Fecha límite:", "20 de enero de 2021", "Sample families");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void isOnePageThatScreenReadersCanReadAndAlwaysTheSame(String language) throws Exception {
    byte[] pdf = print(action, language);

    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(print(action, language)).isEqualTo(pdf);
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      assertThat(validator.validate(parser).getFailedChecks()).isEmpty();
    }
  }

  @Test
  void staysOnePageWithTheLongestTitle() throws IOException {
    Action wordy = SampleActions.retitled(action, "A long sample title ".repeat(10).strip());

    assertThat(pages(print(wordy, "en"))).isEqualTo(1);
    assertThat(text(print(wordy, "en"))).contains("Sample introduction.");
  }

  @Test
  void aPhoneFindsTheLetterByTheQrCode() throws IOException, ReaderException {
    try (var document = Loader.loadPDF(print(action, "es"))) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, 100);
      int width = image.getWidth();
      int height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var seen =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(ADDRESS);
    }
  }

  private static byte[] print(Action action, String language) {
    return new Poster().print(action, language, ADDRESS);
  }

  private static int pages(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
