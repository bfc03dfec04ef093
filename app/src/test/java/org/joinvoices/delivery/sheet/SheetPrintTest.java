package org.joinvoices.delivery.sheet;

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
import org.joinvoices.signing.Consent;
import org.joinvoices.signing.ConsentWording;
import org.joinvoices.signing.SheetForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What lies on a table in a church. */
class SheetPrintTest {

  private static final String ADDRESS = "https://voices.example/es/actions/sample-letter";

  private final Action action = SampleActions.letter();

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void bearsTheConsentWordForWordAndTheCodeByWhichItIsKnown(String language) throws IOException {
    SheetForm form = SheetForm.of(action, language);
    ConsentWording wording = ConsentWording.in(language);

    String text = text(print(language));

    assertThat(form.code()).matches("(EN|ES)\\d+-\\d+-[0-9A-F]{4}");
    assertThat(text)
        .contains(
            action.letter().in(language).title(),
            wording.shown(Consent.LETTER, action),
            wording.shown(Consent.DELIVER, action),
            ADDRESS,
            form.code(),
            action.organization().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void isOnePageThatScreenReadersCanReadAndAlwaysTheSame(String language) throws Exception {
    byte[] pdf = print(language);

    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
    assertThat(print(language)).isEqualTo(pdf);
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      assertThat(validator.validate(parser).getFailedChecks()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "es")
  void aPhoneFindsTheLetterByTheQrCode(String language) throws IOException, ReaderException {
    try (var document = Loader.loadPDF(print(language))) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
      int width = image.getWidth();
      int height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var seen =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(ADDRESS);
    }
  }

  private byte[] print(String language) {
    return new SheetPrint().print(action, SheetForm.of(action, language), ADDRESS);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
