package org.joinvoices.delivery.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * A picture with lines of text. Letters are drawn as the outlines of our own fonts, so it looks the
 * same wherever it is drawn, and needs neither a screen nor a font of the machine's.
 */
public final class Picture implements AutoCloseable {

  private final BufferedImage image;
  private final Graphics2D pen;
  private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);

  /**
   * @param width pixels
   * @param height pixels
   * @param ground its colour, {@code 0xRRGGBB} like all others
   */
  public Picture(int width, int height, int ground) {
    System.setProperty("java.awt.headless", "true");
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(0, 0, width, height, ground);
  }

  /** A rectangle; pixels from the left and from above. */
  public void fill(int left, int top, int width, int height, int colour) {
    pen.setColor(new Color(colour));
    pen.fillRect(left, top, width, height);
  }

  /**
   * @param size of the font in pixels
   * @param baseline pixels from above
   */
  public void place(Line line, float size, float left, float baseline, int colour) {
    pen.setColor(new Color(colour));
    float from = left;
    for (Run run : line.runs()) {
      float at = from;
      run.each(
          (glyph, across, up) ->
              draw(
                  run.face(),
                  glyph,
                  size,
                  at + across * size / Face.EM,
                  baseline - up * size / Face.EM));
      from += run.width() * size / Face.EM;
    }
  }

  private void draw(Face face, int glyph, float size, float x, float y) {
    TrueTypeFont font = fonts.computeIfAbsent(face, Face::parse);
    try {
      GlyphData outline = font.getGlyph().getGlyph(glyph);
      if (outline != null) {
        double scale = (double) size / font.getUnitsPerEm();
        // a font's letters stand up, a picture's rows go down
        pen.fill(
            new AffineTransform(scale, 0, 0, -scale, x, y)
                .createTransformedShape(outline.getPath()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a font", e);
    }
  }

  /** As it is now. The same calls give the same bytes. */
  public byte[] png() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    pen.dispose();
    for (TrueTypeFont font : fonts.values()) {
      try {
        font.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close a font", e);
      }
    }
  }
}
