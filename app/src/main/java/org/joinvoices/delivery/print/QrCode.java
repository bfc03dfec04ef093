package org.joinvoices.delivery.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code, drawn on a page. */
public final class QrCode {

  private final ByteMatrix modules;

  /**
   * @param text of a few hundred characters at most
   */
  public QrCode(String text) {
    try {
      modules =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /**
   * Draws it; the room that readers need around it, four modules, is left to whoever calls.
   *
   * @param top points from below
   * @param size width and height in points
   */
  public void draw(Sheets sheets, float left, float top, float size) {
    float module = size / modules.getWidth();
    for (int row = 0; row < modules.getHeight(); row++) {
      float middle = top - (row + 0.5f) * module;
      for (int from = 0; from < modules.getWidth(); from++) {
        int to = from;
        while (to < modules.getWidth() && modules.get(to, row) == 1) {
          to++;
        }
        if (to > from) {
          // a hair more than a module high, so that no white shows between rows
          sheets.rule(left + from * module, left + to * module, middle, module * 1.02f, 0);
          from = to;
        }
      }
    }
  }
}
